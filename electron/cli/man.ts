import type { CommandCall } from './command'
import { commands } from './commands'
import { manualPage } from './manual-page'
import type { ExitStatus } from './terminal'

/** `man`: the manual page, from the table that `--help` is made from. */
export async function runMan({ words, terminal, misused }: CommandCall): Promise<ExitStatus> {
  if (words.length > 0) return misused('It takes no words.')
  terminal.out(manualPage(commands))
  return 0
}
