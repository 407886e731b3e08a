/**
 * Equal pieces of texts as one string, so that ten thousand times `name` and `TCP` take the room of one and are cut out
 * once. A table by hash: what finds its slot taken is cut anew, and nothing is held for longer than its slot.
 */
export class TextPool {
  private readonly copies = new Array<string>(4096).fill('')
  private readonly views = new Array<string>(512).fill('')
  private viewed = ''

  /** `text.slice(from, to)`. `hash` is any number that equal pieces have in common: see `hashWith`. */
  slice(text: string, from: number, to: number, hash: number): string {
    const isView = to - from > COPIED
    if (isView && text !== this.viewed) this.turnTo(text)
    const kept = isView ? this.views : this.copies
    const slot = (hash ^ (hash >>> 12) ^ (hash >>> 22)) & (kept.length - 1)
    const known = kept[slot]!
    if (known.length === to - from && text.startsWith(known, from)) return known
    return (kept[slot] = text.slice(from, to))
  }

  /** A view keeps its whole text alive: only those of the last text are held. */
  private turnTo(text: string): void {
    this.views.fill('')
    this.viewed = text
  }
}

/** The hash of a piece that goes on with this character; 0 is that of an empty one. */
export function hashWith(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0
}

/** V8 copies a slice of up to so many characters, and makes a view of a longer one. */
const COPIED = 12
