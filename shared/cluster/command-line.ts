import type { ShownCommand } from './apply-plan'

/** A command as one would type it into a POSIX shell: words are quoted where the shell would read them otherwise. */
export function commandLine({ words }: ShownCommand): string {
  return words.map(quoted).join(' ')
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}
