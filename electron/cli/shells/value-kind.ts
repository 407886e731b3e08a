import type { OptionRow } from '../command'

/** What a shell can offer for an option's value. */
export type ValueKind =
  | { readonly by: 'none' }
  | { readonly by: 'choices'; readonly choices: readonly string[] }
  | { readonly by: 'file' }
  | { readonly by: 'folder' }
  /** A value that only the user knows. */
  | { readonly by: 'user' }

export function valueKind({ value, choices }: OptionRow): ValueKind {
  if (value === null) return { by: 'none' }
  if (choices) return { by: 'choices', choices }
  if (value === 'FILE') return { by: 'file' }
  return value === 'FOLDER' ? { by: 'folder' } : { by: 'user' }
}

/** A text as one word of a POSIX shell or of fish. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
