import type { Relation } from '../../shared/relations/relation'
import type { Design } from '../../shared/workspace/design'
import type { PlaceChange } from '../../shared/workspace/preview'
import type { PlainValue } from '../../shared/yaml/plain'
import { counted, titleOf } from '../store/naming'
import css from './change-list.module.css'

type ChangeListProps = { readonly design: Design; readonly changes: readonly PlaceChange[] }

/** What a change would write, a row a place: whose, where, and what stands there before and after. */
export function ChangeList({ design, changes }: ChangeListProps) {
  const objects = new Set(changes.map(({ object }) => object)).size
  return (
    <section className={css.changes}>
      <h3 className={css.head}>
        {changes.length === 0
          ? 'Nothing changes'
          : `${counted(changes.length, 'change')} in ${counted(objects, 'object')}`}
      </h3>
      <ul aria-label="Changes" className={css.list}>
        {changes.map(({ object, path, before, after }, n) => (
          <li key={n} className={css.row}>
            <span className={css.whose}>{nameIn(design, object)}</span>
            <code className={css.path}>{path}</code>
            <span className={css.values}>
              <del>{shortOf(before)}</del> → <ins>{shortOf(after)}</ins>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A tie as a sentence, and the place that makes it. */
export function TieRow({ design, relation }: { readonly design: Design; readonly relation: Relation }) {
  const [place] = relation.because
  const { missing } = relation
  const end = relation.to === null ? (missing ? `${missing.kind} ${missing.name}` : '') : nameIn(design, relation.to)
  return (
    <>
      <span className={css.whose}>
        {nameIn(design, relation.from)} {relation.says} {end}
      </span>
      {place && <code className={css.path}>{place.path}</code>}
    </>
  )
}

export function nameIn({ workspace }: Design, id: string): string {
  const object = workspace.object(id)
  return object ? titleOf(object) : ''
}

function shortOf(value: PlainValue | undefined): string {
  if (value === undefined) return 'nothing'
  return typeof value === 'object' && value !== null ? '…' : String(value)
}
