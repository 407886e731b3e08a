import { useMemo } from 'react'
import type { SampleNote } from '../../shared/patterns/sample'
import { kindRow } from '../../shared/kinds/kinds'
import type { KubeObject } from '../../shared/workspace/kube-object'
import { layoutKeys } from '../../shared/workspace/layout'
import { titleOf } from '../store/naming'
import { putNotesAway } from '../store/new-design'
import { selectObject } from '../store/selection'
import { useApp, useSession } from '../store/session'
import { IconButton } from '../ui/button'
import { Icon } from '../ui/icon'
import css from './sample-notes.module.css'

const NO_NOTES: readonly SampleNote[] = []
const NO_OBJECTS: readonly KubeObject[] = []

/** What there is to see in a sample while nothing is selected: a sentence for each card that matters, which leads to it. */
export function SampleNotes() {
  const session = useSession()
  const title = useApp(state => state.open?.name ?? '')
  const notes = useApp(state => state.open?.notes ?? NO_NOTES)
  const objects = useApp(state => state.open?.design.workspace.objects ?? NO_OBJECTS)
  const isFree = useApp(({ selection }) => selection.objects.length === 0 && selection.relation === null)
  const byKey = useMemo(() => {
    const keys = layoutKeys(objects)
    return new Map(objects.map(object => [keys.get(object.id), object]))
  }, [objects])
  const rows = notes.flatMap(note => {
    const object = byKey.get(note.beside)
    return object ? [{ object, text: note.text }] : []
  })
  if (rows.length === 0 || !isFree) return null
  return (
    <aside className={css.notes} aria-label="Notes">
      <header className={css.head}>
        <h2 className={css.title}>{title}</h2>
        <IconButton icon="i-x" label="Put the notes away" size="s" onClick={() => putNotesAway(session)} />
      </header>
      <ul className={css.list}>
        {rows.map(({ object, text }) => (
          <li key={object.id}>
            <button type="button" className={css.note} onClick={() => selectObject(session, object.id)}>
              <Icon {...iconOf(object)} />
              <span>
                <b>{titleOf(object)}</b> {text}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </aside>
  )
}

function iconOf({ group, kind }: KubeObject) {
  const { icon, family } = kindRow(group, kind)
  return { name: icon, family }
}
