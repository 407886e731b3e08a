import type { GivenOptions } from './arguments'
import type { ExitStatus, Terminal } from './terminal'

/** One option of a command. Help, completion and the parser read the same row. */
export type OptionRow = {
  readonly name: string
  readonly short?: string
  /** What stands for its value in the help (`FILE`); null for a switch. */
  readonly value: string | null
  readonly says: string
  /** All that its value can be, where that is known. */
  readonly choices?: readonly string[]
}

export type Example = { readonly command: string; readonly says: string }

/** One command. Its code is loaded only when it runs, so that the others start as fast. */
export type CommandRow = {
  readonly name: string
  readonly says: string
  readonly usage: readonly string[]
  readonly about: string
  readonly options: readonly OptionRow[]
  readonly examples: readonly Example[]
  /** When its exit status is 1: what the answer no means. Absent where it never is. */
  readonly isNoWhen?: string
  /** What its words are chosen from. Absent where they are paths. */
  readonly words?: readonly string[]
  readonly load: () => Promise<RunCommand>
}

/** What a command is called with. */
export type CommandCall = {
  readonly words: readonly string[]
  readonly options: GivenOptions
  readonly terminal: Terminal
  /** Says what was wrong with the words or options, and is the exit status for it. */
  readonly misused: (message: string) => ExitStatus
}

export type RunCommand = (call: CommandCall) => Promise<ExitStatus>
