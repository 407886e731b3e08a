import type { FieldConflict, ObjectPlan } from '../../shared/cluster/apply-plan'
import { chooseForce } from '../store/cluster/apply'
import type { PlanChoices } from '../store/cluster/cluster-state'
import { giveUpField, takeTheirs } from '../store/cluster/settle-conflict'
import { useSession } from '../store/session'
import { Button } from '../ui/button'
import { Note } from './failure-note'
import css from './plan.module.css'

type ConflictListProps = { readonly object: ObjectPlan; readonly choices: PlanChoices; readonly readOnly: boolean }

/** Fields that somebody else has written, and the three ways out: theirs, mine by force, or none of mine. */
export function ConflictList({ object, choices, readOnly }: ConflictListProps) {
  const session = useSession()
  const { id, conflicts } = object
  const isForced = id !== null && choices.force.has(id)
  return (
    <Note tone="warning">
      <div className={css.conflicts}>
        {conflicts.map(conflict => (
          <div key={conflict.field} className={css.conflict} role="group" aria-label={conflict.field}>
            <p className={css.field}>{conflict.field}</p>
            <Values conflict={conflict} />
            {!readOnly && id !== null && conflict.path !== null && (
              <div className={css.choices}>
                {conflict.theirs !== null && (
                  <Button look="outline" size="s" onClick={() => takeTheirs(session, id, conflict)}>
                    Take theirs
                  </Button>
                )}
                <Button look="outline" size="s" onClick={() => giveUpField(session, id, conflict)}>
                  Give up the field
                </Button>
              </div>
            )}
          </div>
        ))}
        {!readOnly && id !== null && (
          <div className={css.choices}>
            <Button
              look="outline"
              size="s"
              aria-pressed={isForced}
              on={isForced}
              onClick={() => chooseForce(session, id, !isForced)}
            >
              {isForced ? 'Mine, by force' : 'Keep mine by force'}
            </Button>
          </div>
        )}
      </div>
    </Note>
  )
}

function Values({ conflict: { manager, theirs, mine } }: { readonly conflict: FieldConflict }) {
  return (
    <p className={css.values}>
      <b>{manager}</b> owns it{theirs !== null && ' with '}
      {theirs !== null && <code>{theirs}</code>}
      {mine !== null && '; the design says '}
      {mine !== null && <code>{mine}</code>}.
    </p>
  )
}
