/** Lets a number of tasks run at once; the others wait for their turn, in order. */
export type Turns = { take<T>(task: () => Promise<T>): Promise<T> }

/** At most `atOnce` tasks at a time. */
export function createTurns(atOnce: number): Turns {
  const waiting: (() => void)[] = []
  let running = 0
  return {
    async take(task) {
      if (running >= atOnce) await new Promise<void>(resolve => waiting.push(resolve))
      else running++
      try {
        return await task()
      } finally {
        const next = waiting.shift()
        // The turn passes on: the count stays.
        if (next) next()
        else running--
      }
    },
  }
}
