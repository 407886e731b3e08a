import { commands } from '../commands/commands'
import { useSession } from '../store/session'
import { closeDialog } from '../store/view'
import { Dialog } from '../ui/dialog'
import { Keys } from '../ui/keys'
import css from './keys-dialog.module.css'

/** Keys that the canvas hears by itself: they move about, and are no commands. */
const ON_CANVAS: readonly (readonly [string, string])[] = [
  ['Arrows', 'Go to the nearest card that way'],
  ['Shift Arrows', 'Select it too'],
  ['Alt Arrows', 'Move the card'],
  ['Enter', 'Open in the inspector'],
  ['E', 'Next edge of the card'],
  ['Shift E', 'Previous edge of the card'],
  ['N', 'New object here'],
  ['Escape', 'Cancel, clear, out'],
]

/** All keys, from the table of commands. */
export function KeysDialog() {
  const session = useSession()
  const anywhere = commands.filter(command => command.where === 'window')
  const onCanvas = commands.filter(command => command.where === 'canvas')
  const rows = (list: typeof commands) =>
    list.flatMap(({ keys, label }) => (keys === undefined ? [] : [[keys, label] as const]))
  return (
    <Dialog title="Keyboard shortcuts" width="l" onClose={() => closeDialog(session)}>
      <div className={css.columns} tabIndex={0} role="group" aria-label="Shortcuts">
        <KeyTable title="Anywhere" rows={rows(anywhere)} />
        <KeyTable title="On the canvas" rows={[...ON_CANVAS, ...rows(onCanvas)]} />
      </div>
    </Dialog>
  )
}

type KeyTableProps = { readonly title: string; readonly rows: readonly (readonly [string, string])[] }

function KeyTable({ title, rows }: KeyTableProps) {
  return (
    <section>
      <h3 className={css.title}>{title}</h3>
      <dl className={css.table}>
        {rows.map(([keys, label]) => (
          <div key={label} className={css.row}>
            <dt>{label}</dt>
            <dd>
              <Keys of={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
