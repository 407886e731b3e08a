/** A text as a literal block: its header (`|`, `|-`) and its lines without indentation. */
export type LiteralBlock = { readonly header: string; readonly lines: readonly string[] }

/**
 * The literal block that holds exactly this text, or null where none does or where it would be fragile: one line only,
 * characters that must be escaped, lines of spaces only (editors strip them), more than one line break at the end (they
 * would depend on what follows).
 *
 * `step` is by how much the lines will be indented: a text that starts with a space needs it in the header.
 */
export function literalBlock(text: string, step: number): LiteralBlock | null {
  if (!text.includes('\n') || UNFIT.test(text)) return null
  const chomped = text.endsWith('\n') ? text.slice(0, -1) : text
  if (chomped === '' || chomped.endsWith('\n') || chomped.startsWith('\n')) return null
  const startsWithSpace = chomped.startsWith(' ')
  if (startsWithSpace && (step < 1 || step > 9)) return null
  return {
    header: '|' + (startsWithSpace ? String(step) : '') + (chomped === text ? '-' : ''),
    lines: chomped.split('\n'),
  }
}

/** What can't stand verbatim, and lines of spaces only. */
const UNFIT = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|^[ \t]+$|^\t/m
