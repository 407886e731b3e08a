import type { Session } from '../store/session'
import type { Command } from './command'
import { commands, runCommand } from './commands'

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

/** The keys of a press as the command table writes them: "Ctrl Shift Z". Cmd counts as Ctrl. */
export function keysOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyPress): string {
  const isLetter = /^[a-z]$/i.test(key)
  // With a sign such as + or ?, Shift is how the layout writes it.
  const saysShift = shiftKey && (isLetter || key.length > 1)
  const name = key === ' ' ? 'Space' : isLetter ? key.toUpperCase() : key
  return [(ctrlKey || metaKey) && 'Ctrl', altKey && 'Alt', saysShift && 'Shift', name].filter(Boolean).join(' ')
}

const byKeys = new Map<string, Command>(
  commands.flatMap(command => (command.keys === undefined ? [] : [[command.keys, command] as const])),
)
const ALSO: Readonly<Record<string, string>> = { 'Ctrl Y': 'Ctrl Shift Z', '=': '+' }

/**
 * Runs the command of a key press. Keys of the canvas count only while it has the focus; a field keeps the keys with
 * which text is edited; while a dialog is open only its own keys count.
 */
export function listenForShortcuts(session: Session, target: Window): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || session.store.getState().dialog !== null) return
    const keys = keysOf(event)
    const command = byKeys.get(ALSO[keys] ?? keys)
    if (!command || !countsAt(command, event.target)) return
    event.preventDefault()
    runCommand(session, command)
  }
  target.addEventListener('keydown', onKeyDown)
  return () => target.removeEventListener('keydown', onKeyDown)
}

const UNDO_KEYS = new Set(['Ctrl Z', 'Ctrl Shift Z'])

function countsAt(command: Command, target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return command.where === 'window'
  if (command.where === 'canvas') return target.closest('[data-region="canvas"]') !== null && !isTextField(target)
  return !(UNDO_KEYS.has(command.keys ?? '') && isTextField(target) && !target.matches('[data-settled="true"]'))
}

/**
 * The YAML editor isn't one of them: its undo is the window's. Nor is a field whose text counts already; there the
 * browser's own undo would turn to whatever field was typed in last.
 */
function isTextField(target: Element): boolean {
  return target.matches('input, textarea, select')
}
