/** Lines [aFrom, aTo) of one text stand where the other has [bFrom, bTo). */
export type LineChange = {
  readonly aFrom: number
  readonly aTo: number
  readonly bFrom: number
  readonly bTo: number
}

/** A text cut behind each LF; the last line has none where the text doesn't end in one. */
export function splitLines(text: string): readonly string[] {
  const lines: string[] = []
  for (let from = 0; from < text.length;) {
    const end = text.indexOf('\n', from)
    const to = end < 0 ? text.length : end + 1
    lines.push(text.slice(from, to))
    from = to
  }
  return lines
}

/** Beyond this many removed and added lines the shortest list of changes isn't looked for: time grows with its square. */
const MOST_EDITS = 2000

/**
 * The changes that turn lines `a` into lines `b`, in order: the shortest list (Myers), or, where the two have little in
 * common, one change between their common start and end.
 */
export function diffLines(a: readonly string[], b: readonly string[]): readonly LineChange[] {
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const [inA, inB] = numberLines(a.slice(start, a.length - end), b.slice(start, b.length - end))
  if (inA.length === 0 && inB.length === 0) return []
  const steps = inA.length > 0 && inB.length > 0 ? shortestEdit(inA, inB) : null
  if (!steps) return [{ aFrom: start, aTo: a.length - end, bFrom: start, bTo: b.length - end }]
  return changesOf(steps, start, inA.length, inB.length)
}

/** Equal lines get equal numbers: comparing those is quick. */
function numberLines(a: readonly string[], b: readonly string[]): readonly [Int32Array, Int32Array] {
  const numbers = new Map<string, number>()
  const numberOf = (line: string): number => {
    const known = numbers.get(line)
    if (known !== undefined) return known
    numbers.set(line, numbers.size)
    return numbers.size - 1
  }
  return [Int32Array.from(a, numberOf), Int32Array.from(b, numberOf)]
}

/** Pairs of equal lines, last first, on a shortest way from a to b; null where that needs too many edits. */
function shortestEdit(a: Int32Array, b: Int32Array): readonly (readonly [number, number])[] | null {
  const most = Math.min(a.length + b.length, MOST_EDITS)
  const furthest = new Int32Array(2 * most + 3)
  const trace: Int32Array[] = []
  for (let edits = 0; edits <= most; edits++) {
    trace.push(furthest.slice(most - edits, most + edits + 3))
    for (let k = -edits; k <= edits; k += 2) {
      const at = most + 1 + k
      const isDown = k === -edits || (k !== edits && furthest[at - 1]! < furthest[at + 1]!)
      let x = isDown ? furthest[at + 1]! : furthest[at - 1]! + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++
      furthest[at] = x
      if (x >= a.length && x - k >= b.length) return walkBack(trace, a.length, b.length)
    }
  }
  return null
}

function walkBack(trace: readonly Int32Array[], endA: number, endB: number): readonly (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = []
  let x = endA
  let y = endB
  for (let edits = trace.length - 1; edits >= 0; edits--) {
    const furthest = trace[edits]!
    const k = x - y
    const at = edits + 1 + k
    const isDown = k === -edits || (k !== edits && furthest[at - 1]! < furthest[at + 1]!)
    const fromX = edits === 0 ? 0 : isDown ? furthest[at + 1]! : furthest[at - 1]!
    const fromY = edits === 0 ? 0 : fromX - (isDown ? k + 1 : k - 1)
    while (x > fromX && y > fromY && (edits === 0 || x > (isDown ? fromX : fromX + 1))) pairs.push([--x, --y])
    x = fromX
    y = fromY
  }
  return pairs
}

function changesOf(
  pairs: readonly (readonly [number, number])[],
  start: number,
  lengthA: number,
  lengthB: number,
): readonly LineChange[] {
  const changes: LineChange[] = []
  let nextA = 0
  let nextB = 0
  for (const [x, y] of [...pairs].reverse().concat([[lengthA, lengthB]])) {
    if (x > nextA || y > nextB) {
      changes.push({ aFrom: start + nextA, aTo: start + x, bFrom: start + nextB, bTo: start + y })
    }
    nextA = x + 1
    nextB = y + 1
  }
  return changes
}
