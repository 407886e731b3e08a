import { useDeferredValue, useMemo, useState } from 'react'
import type { FormEvent } from 'react'
import type { Point } from '../../shared/workspace/change'
import { planCarriedMove, type Carriage, type CarriedMove } from '../../shared/workspace/cut-by-move'
import type { Design } from '../../shared/workspace/design'
import type { ObjectId } from '../../shared/workspace/kube-object'
import { counted, titleOf } from '../store/naming'
import { tryMove } from '../store/refactor'
import { useApp, useSession } from '../store/session'
import { closeDialog } from '../store/view'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Field } from '../ui/field'
import { Segmented } from '../ui/segmented'
import { ChangeList, nameIn, TieRow } from './change-list'
import css from './move-dialog.module.css'

type MoveDialogProps = {
  readonly objects: readonly ObjectId[]
  readonly namespace?: string
  readonly places?: ReadonlyMap<ObjectId, Point>
}

/**
 * Moves objects to another namespace. It tells which ties that cuts, and asks of each object at their other end whether
 * it moves along, is copied or stays. References that can name a namespace are rewritten in any case.
 */
export function MoveDialog({ objects, namespace: dropped, places }: MoveDialogProps) {
  const session = useSession()
  const design = useApp(state => state.open?.design ?? null)
  const [typed, setTyped] = useState(dropped ?? '')
  const [chosen, setChosen] = useState<ReadonlyMap<ObjectId, Carriage>>(new Map())
  const [refusal, setRefusal] = useState<string | null>(null)
  const namespace = useDeferredValue(typed.trim())
  const move = useMemo(() => {
    if (!design || namespace === '') return null
    return planCarriedMove(design, { objects, namespace, ...(places && { places }) }, chosen)
  }, [design, objects, namespace, places, chosen])
  if (!design) return null

  const moving = objects.flatMap(id => design.workspace.object(id) ?? [])
  const [first] = moving
  const close = () => closeDialog(session)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!move || namespace !== typed.trim()) return
    const why = tryMove(session, move.input)
    if (why !== null) return setRefusal(why)
    close()
    session.parts.canvas?.focus(objects[0])
  }
  return (
    <Dialog
      width="m"
      title={`Move ${moving.length === 1 && first ? titleOf(first) : counted(moving.length, 'object')} to a namespace`}
      says="Hosts and references that name a namespace are rewritten with it."
      onClose={close}
      foot={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button look="primary" type="submit" form="move-to-namespace">
            Move
          </Button>
        </>
      }
    >
      <form id="move-to-namespace" onSubmit={submit}>
        <Field
          aria-label="Namespace"
          autoFocus
          list="known-namespaces"
          value={typed}
          onChange={event => {
            setTyped(event.target.value)
            setRefusal(null)
          }}
          onFocus={event => event.target.select()}
          wrong={refusal !== null}
          aria-describedby={refusal === null ? undefined : 'move-refusal'}
        />
        <datalist id="known-namespaces">
          {namespacesOf(design).map(name => (
            <option key={name} value={name} />
          ))}
        </datalist>
        {refusal !== null && (
          <p id="move-refusal" role="alert" className={css.refusal}>
            {refusal}
          </p>
        )}
      </form>
      {move && <Cuts design={design} move={move} onChoose={(id, how) => setChosen(new Map([...chosen, [id, how]]))} />}
    </Dialog>
  )
}

type CutsProps = {
  readonly design: Design
  readonly move: CarriedMove
  readonly onChoose: (object: ObjectId, carriage: Carriage) => void
}

const WORDS: Readonly<Record<Carriage, string>> = { move: 'Move too', copy: 'Copy', leave: 'Leave' }

/** What the move would leave behind, and what is to be done about it. */
function Cuts({ design, move: { rows, preview }, onChoose }: CutsProps) {
  return (
    <>
      {rows.length > 0 && (
        <>
          <h3 className={css.head}>Tied to what moves, and cut by it</h3>
          <ul aria-label="Cut by the move" className={css.list}>
            {rows.map(({ object, relations, choices, carriage }) => (
              <li key={object} className={css.row}>
                <div className={css.ties}>
                  <b>{nameIn(design, object)}</b>
                  {relations.map(relation => (
                    <div key={relation.id} className={css.tie}>
                      <TieRow design={design} relation={relation} />
                    </div>
                  ))}
                </div>
                <Segmented
                  label={`${nameIn(design, object)} stays or goes`}
                  value={carriage}
                  choices={choices.map(value => ({ value, label: WORDS[value] }))}
                  onChange={value => onChoose(object, value)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      {preview.changes.length > 0 && <ChangeList design={design} changes={preview.changes} />}
      {preview.refused.length > 0 && (
        <>
          <h3 className={css.head}>Refused by the cluster from then on</h3>
          <ul aria-label="Refused from then on" className={css.list}>
            {preview.refused.map(({ relation, why }) => (
              <li key={relation.id} className={css.tie}>
                {why}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function namespacesOf({ workspace }: Design): readonly string[] {
  const made = workspace.objects.flatMap(({ group, kind, namespace, name }) =>
    group === '' && kind === 'Namespace' ? (name ?? []) : (namespace ?? []),
  )
  return [...new Set(made)].sort()
}
