import type { NodeProperties, YamlAlias } from '../../tree'
import { AMPERSAND, BANG, COLON, COMMA, CLOSE_BRACE, CLOSE_BRACKET, isGap } from './characters'
import { refuse } from './scanner'
import type { Scanner } from './scanner'

/**
 * Reads the anchor and tag in front of a node, in either order, and moves to what follows them on the line. Null where
 * there are none. `to` is where the last one ends: an empty node stands there.
 */
export function readProperties(s: Scanner): { readonly properties: NodeProperties; readonly to: number } | null {
  const from = s.at
  let anchor: string | null = null
  let tag: string | null = null
  let to = from
  for (;;) {
    const code = s.code(s.at)
    if (code === AMPERSAND && anchor === null) anchor = readName(s)
    else if (code === BANG && tag === null) tag = readTag(s)
    else break
    to = s.at
    s.skipBlanks()
  }
  return to === from ? null : { properties: { from, anchor, tag }, to }
}

/** Reads `*name`. */
export function readAlias(s: Scanner): YamlAlias {
  const from = s.at
  const name = readName(s)
  return { type: 'alias', name, from, to: s.at, properties: null }
}

/** The name behind `&` or `*`: letters, digits, `_` and `-` only, as go-yaml has it. */
function readName(s: Scanner): string {
  const from = s.at + 1
  let at = from
  while (isNameCode(s.code(at))) at++
  if (at === from || !mayFollow(s.code(at))) refuse('An anchor is named by letters, digits, - and _', s.at)
  s.at = at
  return s.text.slice(from, at)
}

function readTag(s: Scanner): string {
  const from = s.at
  let at = from + 1
  while (!isGap(s.code(at))) at++
  s.at = at
  const written = s.text.slice(from, at)
  if (!TAG.test(written)) refuse('A tag has a character that none may have, or no space behind it', from)
  if (NAMED_HANDLE.test(written)) refuse('Nothing defines the handle of this tag', from)
  return written
}

function isNameCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 45 ||
    code === 95
  )
}

function mayFollow(code: number): boolean {
  return isGap(code) || code === COLON || code === COMMA || code === CLOSE_BRACKET || code === CLOSE_BRACE
}

/** `!e!tag`: a `%TAG` directive could define `!e!`, but kubectl cuts directives off. */
const NAMED_HANDLE = /^![\w-]+!/
/** The characters are go-yaml's: it takes commas and square brackets for part of a tag between brackets too. */
const TAG = /^!(?:<(?:[\w;/?:@&=+$,.!~*'()[\]-]|%[0-9a-fA-F]{2})+>|(?:[\w;/?:@&=+$,.!~*'()[\]-]|%[0-9a-fA-F]{2})*)$/
