/**
 * Cuts what kubectl prints one after the other into texts of one JSON value each: printed with indentation, a value ends
 * at the first line that is its closing bracket alone. `take` gives the whole values of a piece and keeps the rest.
 */
export function createJsonCutter(): { take(text: string): readonly string[] } {
  let rest = ''
  return {
    take(text) {
      const values: string[] = []
      rest += text
      for (let end = endOfValue(rest); end !== -1; end = endOfValue(rest)) {
        values.push(rest.slice(0, end))
        rest = rest.slice(end)
      }
      return values
    },
  }
}

function endOfValue(text: string): number {
  const at = text.indexOf('\n}\n')
  return at === -1 ? -1 : at + 3
}
