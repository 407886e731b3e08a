import { useState } from 'react'
import type { ObjectPlan } from '../../shared/cluster/apply-plan'
import type { PlanChoices } from '../store/cluster/cluster-state'
import { refKey } from '../../shared/cluster/cluster-ref'
import { chooseLeaveOut } from '../store/cluster/apply'
import { useSession } from '../store/session'
import { Switch } from '../ui/field'
import { toggled } from '../store/view'
import { ConflictList } from './conflict-list'
import { diffSize } from './diff-lines'
import { DiffText } from './diff-text'
import { FailureNote } from './failure-note'
import css from './plan.module.css'
import { RefRow } from './ref-row'
import { VirtualList } from './virtual-list'
import { isBlocked, isLeftOut, refTitle } from '../store/cluster/plan-words'

type PlanListProps = {
  readonly objects: readonly ObjectPlan[]
  readonly choices: PlanChoices
  /** Nothing can be decided any more. */
  readonly readOnly?: boolean
}

/** What would happen to each object, with its diff. What stands in the way is open at first. */
export function PlanList({ objects, choices, readOnly = false }: PlanListProps) {
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () => new Set(objects.filter(object => isBlocked(object, choices)).map(refKey)),
  )
  return (
    <VirtualList label="Changes" items={objects} keyOf={refKey}>
      {object => {
        const key = refKey(object)
        const isOpen = open.has(key)
        return (
          <>
            <RefRow
              of={object}
              before={<PlanSign state={object.state} />}
              end={<span>{endOf(object, choices)}</span>}
              tone={toneOf(object, choices)}
              open={hasDetail(object) ? isOpen : null}
              onToggle={() => setOpen(toggled(open, key))}
            />
            {isOpen && <Detail object={object} choices={choices} readOnly={readOnly} />}
          </>
        )
      }}
    </VirtualList>
  )
}

const SIGNS: Readonly<
  Record<ObjectPlan['state'], { readonly sign: string; readonly mark: string; readonly word: string }>
> = {
  added: { sign: 'add', mark: '+', word: 'Add' },
  unchecked: { sign: 'add', mark: '+', word: 'Add' },
  changed: { sign: 'change', mark: '~', word: 'Change' },
  unchanged: { sign: 'same', mark: '=', word: 'Unchanged' },
  removed: { sign: 'remove', mark: '−', word: 'Remove' },
  refused: { sign: 'refused', mark: '!', word: 'Refused' },
}

/** The sign of what would be done, with its word for those who don't see it. */
export function PlanSign({ state }: { readonly state: ObjectPlan['state'] }) {
  const { sign, mark, word } = SIGNS[state]
  return (
    <span className={css.sign} data-sign={sign} role="img" aria-label={word}>
      {mark}
    </span>
  )
}

function Detail({ object, choices, readOnly }: Required<Omit<PlanListProps, 'objects'>> & { object: ObjectPlan }) {
  return (
    <>
      {object.diff !== '' && <DiffText diff={object.diff} label={`Diff of ${refTitle(object)}`} />}
      {(object.failure || object.conflicts.length > 0) && (
        <div className={css.detail}>
          {object.failure && object.conflicts.length === 0 && <FailureNote failure={object.failure} />}
          {!readOnly && <LeaveOut object={object} choices={choices} />}
          {object.conflicts.length > 0 && <ConflictList object={object} choices={choices} readOnly={readOnly} />}
        </div>
      )}
    </>
  )
}

/** What can't be applied as it is may stay as it is. */
function LeaveOut({ object, choices }: { readonly object: ObjectPlan; readonly choices: PlanChoices }) {
  const session = useSession()
  const { id } = object
  if (id === null) return null
  const isLeft = isLeftOut(object, choices)
  return (
    <div className={css.check}>
      <Switch on={isLeft} label={`Leave out ${refTitle(object)}`} onChange={on => chooseLeaveOut(session, id, on)} />
      <span>Leave it as it is in the cluster</span>
    </div>
  )
}

function hasDetail({ diff, failure, conflicts }: ObjectPlan): boolean {
  return diff !== '' || failure !== null || conflicts.length > 0
}

function endOf(object: ObjectPlan, choices: PlanChoices): string {
  const { state, conflicts, diff } = object
  if (isLeftOut(object, choices)) return 'left out'
  if (conflicts.length > 0) return isBlocked(object, choices) ? `in conflict with ${managersOf(conflicts)}` : 'by force'
  if (state === 'unchecked') return 'not checked yet'
  if (state === 'refused') return 'refused'
  if (state === 'removed') return choices.prune ? 'deleted' : 'in no file any more, kept'
  return diffSize(diff)
}

function toneOf(object: ObjectPlan, choices: PlanChoices): 'error' | 'warning' | undefined {
  if (!isBlocked(object, choices)) return undefined
  return object.state === 'refused' ? 'error' : 'warning'
}

function managersOf(conflicts: ObjectPlan['conflicts']): string {
  return [...new Set(conflicts.map(conflict => conflict.manager))].join(', ')
}
