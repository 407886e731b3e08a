const CHUNK = 256

/**
 * A long list of values that never changes: another one with some values replaced shares all the rest with it, at the
 * cost of the replaced ones and not of the list's length.
 */
export class Slots<T> {
  private readonly chunks: readonly (readonly (T | undefined)[])[]

  private constructor(chunks: readonly (readonly (T | undefined)[])[]) {
    this.chunks = chunks
  }

  static empty<T>(): Slots<T> {
    return new Slots<T>([])
  }

  /** Undefined where nothing was put, or where it was taken out. */
  at(slot: number): T | undefined {
    return this.chunks[Math.floor(slot / CHUNK)]?.[slot % CHUNK]
  }

  with(replaced: Iterable<readonly [slot: number, value: T | undefined]>): Slots<T> {
    const chunks = [...this.chunks]
    const copied = new Map<number, (T | undefined)[]>()
    for (const [slot, value] of replaced) {
      const number = Math.floor(slot / CHUNK)
      let chunk = copied.get(number)
      if (!chunk) {
        while (chunks.length <= number) chunks.push([])
        chunks[number] = chunk = [...chunks[number]!]
        copied.set(number, chunk)
      }
      while (chunk.length < slot % CHUNK) chunk.push(undefined)
      chunk[slot % CHUNK] = value
    }
    return copied.size > 0 ? new Slots(chunks) : this
  }
}
