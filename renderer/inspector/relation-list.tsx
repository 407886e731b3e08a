import { kindRow } from '../../shared/kinds/kinds'
import { weightOf } from '../../shared/relations/weights'
import type { Relation } from '../../shared/relations/relation'
import type { Design } from '../../shared/workspace/design'
import type { ObjectId } from '../../shared/workspace/kube-object'
import { makeMissing } from '../store/edits'
import { unwire, weigh } from '../store/refactor'
import { titleOf } from '../store/naming'
import { selectObject } from '../store/selection'
import { useSession } from '../store/session'
import { Icon } from '../ui/icon'
import { Spin } from '../ui/spin'
import css from './inspector.module.css'

/** What an object is tied to: each a link to the other end, and a way to take the tie out. */
export function RelationList({ design, id }: { readonly design: Design; readonly id: ObjectId }) {
  const relations = design.graph.relationsOf(id)
  if (relations.length === 0)
    return <p className={css.elsewhere}>None. Drag from the card to another to connect them.</p>
  return (
    <ul aria-label="Relations" className={css.relations}>
      {relations.map(relation => (
        <RelationRow key={relation.id} design={design} relation={relation} id={id} />
      ))}
    </ul>
  )
}

type RelationRowProps = { readonly design: Design; readonly relation: Relation; readonly id: ObjectId }

function RelationRow({ design, relation, id }: RelationRowProps) {
  const session = useSession()
  const isFrom = relation.from === id
  const end = otherEnd(design, relation, isFrom)
  const weight = isFrom ? weightOf(design.graph, relation) : null
  return (
    <li className={css.relation}>
      <Icon name={end.icon} {...(end.family === null ? {} : { family: end.family })} />
      {end.id === null ? (
        <span className={css.relationName}>{end.title}</span>
      ) : (
        <button
          type="button"
          className={css.relationLink}
          onClick={() => end.id !== null && selectObject(session, end.id)}
        >
          {end.title}
        </button>
      )}
      {relation.missing && relation.missing.key === null ? (
        <button type="button" className={css.create} onClick={() => makeMissing(session, relation, null)}>
          Create
        </button>
      ) : null}
      <span className={relation.missing ? css.missing : css.says}>
        {isFrom ? relation.says : `${relation.says} this`}
        {relation.missing ? ', missing' : ''}
      </span>
      {weight && (
        <Spin
          label={`Weight of ${end.title}`}
          value={weight.now}
          least={0}
          most={weight.most}
          onChange={value => weigh(session, relation, value)}
        />
      )}
      {isFrom && (
        <button
          type="button"
          className={css.unwire}
          aria-label={`Un-wire ${relation.says} ${end.title}`}
          title="Un-wire"
          onClick={() => unwire(session, relation)}
        >
          <Icon name="i-x" size="s" />
        </button>
      )}
    </li>
  )
}

function otherEnd(design: Design, relation: Relation, isFrom: boolean) {
  const id = isFrom ? relation.to : relation.from
  const object = id === null ? null : design.workspace.object(id)
  if (object) return { id: object.id, title: titleOf(object), ...look(object.group, object.kind) }
  const { missing, outside } = relation
  if (missing) return { id: null, title: `${missing.kind} ${missing.name}`, ...look(missing.group, missing.kind) }
  return { id: null, title: outside ?? 'Outside', icon: 'k-outside', family: null }
}

function look(group: string, kind: string) {
  const row = kindRow(group, kind)
  return { icon: row.icon, family: row.family }
}
