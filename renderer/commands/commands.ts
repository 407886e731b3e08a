import type { Session } from '../store/session'
import { canvasCommands } from './canvas-commands'
import { clusterCommands } from './cluster-commands'
import type { Command } from './command'
import { editCommands } from './edit-commands'
import { fileCommands } from './file-commands'
import { problemCommands } from './problem-commands'
import { selectCommands } from './select-commands'
import { windowCommands } from './window-commands'

/** All that the user can do, in the order of the palette. */
export const commands: readonly Command[] = [
  ...fileCommands,
  ...editCommands,
  ...selectCommands,
  ...canvasCommands,
  ...problemCommands,
  ...clusterCommands,
  ...windowCommands,
]

const byId = new Map(commands.map(command => [command.id, command]))

/** The row of a command that exists; a misspelt id throws. */
export function findCommand(id: string): Command {
  const command = byId.get(id)
  if (!command) throw new Error(`No command ${id}`)
  return command
}

/** Runs a command, if it would do something now. Says whether it did. */
export function runCommand(session: Session, command: Command): boolean {
  if (!command.available(session.store.getState())) return false
  command.run(session)
  return true
}
