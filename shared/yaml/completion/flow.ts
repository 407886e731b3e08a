import type { Caret } from './caret'

/** Whether an offset stands inside the flow collection that starts at `from`, and where; else where it ends. */
export type FlowPlace =
  | { readonly inside: true; readonly caret: Omit<Caret, 'column' | 'lineColumn'> }
  | { readonly inside: false; readonly end: number }

type Frame = { readonly isMap: boolean; readonly keys: string[]; key: string | null; index: number; word: number }

/** Follows brackets, commas and colons from the collection's start to the offset. Strings are passed over. */
export function flowAt(text: string, from: number, offset: number): FlowPlace {
  const frames: Frame[] = []
  for (let at = from; at < offset; at++) {
    const character = text[at]!
    const top = frames.at(-1)
    if (character === '"' || character === "'") {
      const close = text.indexOf(character, at + 1)
      if (close < 0 || close >= offset) break
      at = close
    } else if (character === '{' || character === '[')
      frames.push({ isMap: character === '{', keys: [], key: null, index: 0, word: at + 1 })
    else if (character === '}' || character === ']') {
      frames.pop()
      if (frames.length === 0) return { inside: false, end: at + 1 }
    } else if (!top) return { inside: false, end: at }
    else if (character === ',') {
      top.key = null
      top.index++
      top.word = at + 1
    } else if (character === ':' && top.isMap && top.key === null && /[\s,{}[\]"']|^$/.test(text[at + 1] ?? '')) {
      top.key = text
        .slice(top.word, at)
        .trim()
        .replace(/^["']|["']$/g, '')
      top.keys.push(top.key)
      top.word = at + 1
    }
  }
  const top = frames.at(-1)
  if (!top) return { inside: false, end: offset }
  const written = text.slice(top.word, offset)
  const word = written.trimStart()
  const isKey = top.isMap && top.key === null
  const steps = frames.map(frame => (frame.isMap ? frame.key : String(frame.index)))
  const path = steps.filter(step => step !== null)
  const siblings = [...top.keys.filter(key => key !== top.key), ...keysBehind(text, offset)]
  return { inside: true, caret: { role: isKey ? 'key' : 'value', path, from: offset - word.length, word, siblings } }
}

/** The keys between the caret and the end of its map, as far as they are on the same level. */
function keysBehind(text: string, offset: number): readonly string[] {
  const keys: string[] = []
  let depth = 0
  let word = -1
  for (let at = offset; at < text.length && depth >= 0; at++) {
    const character = text[at]!
    if (character === '{' || character === '[') depth++
    else if (character === '}' || character === ']') depth--
    else if (depth > 0) continue
    else if (character === ',') word = at + 1
    else if (character === ':' && word >= 0) {
      keys.push(text.slice(word, at).trim())
      word = -1
    }
  }
  return keys
}
