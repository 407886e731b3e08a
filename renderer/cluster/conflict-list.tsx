import type { FieldConflict, ObjectPlan } from '../../shared/cluster/apply-plan'
import type { ObjectId } from '../../shared/workspace/kube-object'
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
                {conflicts.length === 1 && <KeepMine id={id} isForced={isForced} />}
              </div>
            )}
          </div>
        ))}
        {!readOnly && id !== null && (conflicts.length > 1 || conflicts[0]?.path === null) && (
          <div className={css.choices}>
            <KeepMine id={id} isForced={isForced} />
          </div>
        )}
      </div>
    </Note>
  )
}

/** By force is for the whole object: the server knows no other way. */
function KeepMine({ id, isForced }: { readonly id: ObjectId; readonly isForced: boolean }) {
  const session = useSession()
  return (
    <Button
      look="outline"
      size="s"
      on={isForced}
      aria-pressed={isForced}
      onClick={() => chooseForce(session, id, !isForced)}
    >
      Keep mine by force
    </Button>
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
