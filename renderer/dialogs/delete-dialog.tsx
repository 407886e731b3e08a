import { useEffect, useState } from 'react'
import { referencesLeft } from '../../shared/relations/take-references-out'
import type { Relation } from '../../shared/relations/relation'
import type { Design } from '../../shared/workspace/design'
import type { ObjectId } from '../../shared/workspace/kube-object'
import { deleteAll } from '../store/edits'
import { counted, titleOf } from '../store/naming'
import { useApp, useSession } from '../store/session'
import { closeDialog } from '../store/view'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Switch } from '../ui/field'
import { TieRow } from './change-list'
import css from './delete-dialog.module.css'

/**
 * Deletes objects. Only where something else refers to them does it ask: it says what would be left dangling, and offers
 * to take these references out too. A deletion can be undone.
 */
export function DeleteDialog({ ids }: { readonly ids: readonly ObjectId[] }) {
  const session = useSession()
  const design = useApp(state => state.open?.design ?? null)
  const [withReferences, setWithReferences] = useState(false)
  const { dangling, loosened } = design ? referencesLeft(design.graph, new Set(ids)) : { dangling: [], loosened: [] }
  const asks = dangling.length + loosened.length > 0
  const remove = () => {
    closeDialog(session)
    deleteAll(session, ids, withReferences)
    session.parts.canvas?.focus()
  }
  useEffect(() => {
    if (!asks) remove()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- decided once, when it opens
  }, [])
  if (!design || !asks) return null

  const objects = ids.flatMap(id => design.workspace.object(id) ?? [])
  const [first] = objects
  return (
    <Dialog
      width="m"
      title={
        objects.length === 1 && first ? `Delete ${titleOf(first)}?` : `Delete ${counted(objects.length, 'object')}?`
      }
      says={
        dangling.length > 0
          ? "These would be left with a reference to something that isn't there:"
          : 'Selectors would no longer find it:'
      }
      onClose={() => closeDialog(session)}
      foot={
        <>
          <Button onClick={() => closeDialog(session)}>Cancel</Button>
          <Button look="danger" autoFocus onClick={remove}>
            Delete
          </Button>
        </>
      }
    >
      <TieList design={design} label="Left dangling" relations={dangling} />
      {dangling.length > 0 && (
        <div className={css.offer}>
          <Switch on={withReferences} label="Remove these references too" onChange={setWithReferences} />
          <span aria-hidden="true">Remove these references too</span>
        </div>
      )}
      {loosened.length > 0 && dangling.length > 0 && <p className={css.also}>Selectors would no longer find it:</p>}
      <TieList design={design} label="Found no more" relations={loosened} />
    </Dialog>
  )
}

type TieListProps = { readonly design: Design; readonly label: string; readonly relations: readonly Relation[] }

function TieList({ design, label, relations }: TieListProps) {
  if (relations.length === 0) return null
  return (
    <ul aria-label={label} className={css.dangling}>
      {relations.map(relation => (
        <li key={relation.id}>
          <TieRow design={design} relation={relation} />
        </li>
      ))}
    </ul>
  )
}
