/** Work that may be interrupted between its steps. */
export type Steps<T> = Generator<void, T>

/** All steps at once. */
export function finished<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
