import type { Splice } from '../../text/splice'
import type { FlowStyle } from '../print/flow'
import type { Draft } from './draft'
import { commaIn, hasComment } from './flow-gaps'
import { breakNear, columnOf, isFirstOnLine, lineEnd, lineStart, skipBlanks } from './lines'
import { flowStyleNear } from './neighbours'
import { endOf, fromOf, slotsOf, type Place } from './place'

/**
 * Inserts a part into a flow collection (`[…]`, `{…}`) before the one at `index`, or at the end. `print` gives its text,
 * with LF between lines that are indented from the column given.
 */
export function insertIntoFlow(
  draft: Draft,
  place: Place,
  index: number,
  print: (style: FlowStyle, column: number) => string,
): Splice[] | null {
  const { node } = place
  const { text } = draft
  if (text[node.from] !== '{' && text[node.from] !== '[') return null // the pair in `[a: b]` has no brackets
  const slots = slotsOf(node)
  const style = flowStyleNear(draft, place)
  const eol = breakNear(text, node.from, draft.lineBreak)
  const printed = (column: number): string => print(style, column).replaceAll('\n', eol)

  const last = slots.at(-1)
  if (last === undefined) {
    const inside = text.slice(node.from + 1, node.to - 1)
    if (inside.trim() !== '') return [at(node.from + 1, printed(0))]
    const indent = indentOf(text, node.from)
    const content =
      style.step === null
        ? inside + printed(0) + inside
        : `${eol}${' '.repeat(indent + style.step)}${printed(indent + style.step)}${eol}${' '.repeat(indent)}`
    return [{ from: node.from + 1, to: node.to - 1, insert: content }]
  }

  const next = slots[index]
  if (next !== undefined) {
    const from = fromOf(next)
    if (!isFirstOnLine(text, from)) return [at(from, `${printed(indentOf(text, from))},${style.afterComma}`)]
    const lead = text.slice(lineStart(text, from), from)
    return [at(from, `${printed(lead.length)},${eol}${lead}`)]
  }

  const end = endOf(last)
  const ownLine = isFirstOnLine(text, fromOf(last))
  const lead = text.slice(lineStart(text, fromOf(last)), fromOf(last))
  if (!ownLine) return [at(end, `,${style.afterComma}${printed(indentOf(text, end))}`)]
  const comma = commaIn(text, end, node.to - 1)
  const line = lineEnd(text, end)
  // A comment behind the last part stays with it: the new part goes below, the comma before the comment.
  if (line < node.to && hasComment(text, end, line)) {
    const below = at(line, `${eol}${lead}${printed(lead.length)}${comma === null ? '' : ','}`)
    return comma === null ? [at(end, ','), below] : [below]
  }
  return [at(end, `,${eol}${lead}${printed(lead.length)}`)]
}

function at(offset: number, insert: string): Splice {
  return { from: offset, to: offset, insert }
}

/** The column of the first character on the line that holds an offset. */
function indentOf(text: string, offset: number): number {
  const start = lineStart(text, offset)
  return columnOf(text, skipBlanks(text, start))
}
