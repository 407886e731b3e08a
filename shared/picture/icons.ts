// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- Projects that import this file need the declaration.
/// <reference path="./raw-text.d.ts" />
import sprite from './icons.svg?raw'

const symbols = new Map(
  [...sprite.matchAll(/<symbol id="([^"]+)"[^]*?<\/symbol>/g)].flatMap(([markup, id]) =>
    id === undefined ? [] : [[id, markup] as const],
  ),
)

/** The `<symbol>` elements of some icons, each once, for the `<defs>` of a picture that has to stand alone. */
export function iconSymbols(ids: Iterable<string>): string {
  return [...new Set(ids)].flatMap(id => symbols.get(id) ?? []).join('')
}
