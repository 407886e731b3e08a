import type { CommandCall } from './command'
import { commands } from './commands'
import { bashCompletion } from './shells/bash'
import { fishCompletion } from './shells/fish'
import { zshCompletion } from './shells/zsh'
import type { ExitStatus } from './terminal'

const shells = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion } as const

/** `completion SHELL`: a script that completes what the table of commands holds. */
export async function runCompletion({ words, terminal, misused }: CommandCall): Promise<ExitStatus> {
  const [shell, ...more] = words
  if (shell === undefined || more.length > 0 || !isShell(shell)) return misused('Which shell? Give bash, zsh or fish.')
  terminal.out(shells[shell](commands))
  return 0
}

function isShell(word: string): word is keyof typeof shells {
  return Object.hasOwn(shells, word)
}
