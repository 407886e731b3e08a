/** Work that may be interrupted between its steps. Each says how much of it is done, from 0 to 1. */
export type Steps<T> = Generator<number, T>

/** All steps at once. */
export function finished<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Steps that are a part of greater work: what is done of that goes `from` so much `to` so much in them. */
export function* part<T>(steps: Steps<T>, from: number, to: number): Steps<T> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    yield from + step.value * (to - from)
  }
}

/** One turn for each item; between so many of them the work may be interrupted. */
export function* each<T>(items: Iterable<T>, count: number, size: number, turn: (item: T) => void): Steps<void> {
  let done = 0
  for (const item of items) {
    turn(item)
    if (++done % size === 0) yield Math.min(1, done / count)
  }
}
