import { useEffect } from 'react'
import type { Relation } from '../../shared/relations/relation'
import type { Design } from '../../shared/workspace/design'
import type { ObjectId } from '../../shared/workspace/kube-object'
import { deleteAll } from '../store/edits'
import { counted, titleOf } from '../store/naming'
import { useApp, useSession } from '../store/session'
import { closeDialog } from '../store/view'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import css from './delete-dialog.module.css'

/**
 * Deletes objects. Only where something else refers to them does it ask, and says what would be left dangling: a
 * deletion can be undone.
 */
export function DeleteDialog({ ids }: { readonly ids: readonly ObjectId[] }) {
  const session = useSession()
  const design = useApp(state => state.open?.design ?? null)
  const dangling = design ? leftDangling(design, ids) : []
  const asks = dangling.length > 0
  const remove = () => {
    closeDialog(session)
    deleteAll(session, ids)
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
      width="s"
      title={
        objects.length === 1 && first ? `Delete ${titleOf(first)}?` : `Delete ${counted(objects.length, 'object')}?`
      }
      says="These would be left with a reference to something that isn't there:"
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
      <ul className={css.dangling}>
        {dangling.map(relation => (
          <li key={relation.id}>{sentenceOf(design, relation)}</li>
        ))}
      </ul>
    </Dialog>
  )
}

/** Ties from objects that stay to objects that go, as far as they name them: a selector just selects less. */
function leftDangling(design: Design, ids: readonly ObjectId[]): readonly Relation[] {
  const going = new Set(ids)
  return ids
    .flatMap(id => design.graph.relationsOf(id))
    .filter(relation => relation.to !== null && going.has(relation.to) && !going.has(relation.from))
}

function sentenceOf(design: Design, relation: Relation): string {
  const from = design.workspace.object(relation.from)
  const to = relation.to === null ? null : design.workspace.object(relation.to)
  return `${from ? titleOf(from) : ''} ${relation.says} ${to ? titleOf(to) : ''}`
}
