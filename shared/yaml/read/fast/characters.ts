/** Character codes that mean something to YAML. */
export const TAB = 9
export const LF = 10
export const CR = 13
export const SPACE = 32
export const BANG = 33
export const DOUBLE_QUOTE = 34
export const HASH = 35
export const PERCENT = 37
export const AMPERSAND = 38
export const SINGLE_QUOTE = 39
export const STAR = 42
export const COMMA = 44
export const DASH = 45
export const COLON = 58
export const GREATER = 62
export const QUESTION = 63
export const AT = 64
export const OPEN_BRACKET = 91
export const BACKSLASH = 92
export const CLOSE_BRACKET = 93
export const BACKTICK = 96
export const OPEN_BRACE = 123
export const PIPE = 124
export const CLOSE_BRACE = 125

/** White space, a line's end or (NaN) the text's: what must follow a `-`, `:` or `?` that is an indicator. */
export function isGap(code: number): boolean {
  return code === LF || code === SPACE || code === CR || code === TAB || code !== code
}

export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB
}

/** The end of a line or of the text. */
export function isLineEnd(code: number): boolean {
  return code === LF || code === CR || code !== code
}

/** What can only start something else than an unquoted scalar, or nothing at all. `-`, `?` and `:` depend on what follows. */
export function isIndicator(code: number): boolean {
  return INDICATORS.has(code)
}

const INDICATORS: ReadonlySet<number> = new Set([...',[]{}#&*!|>\'"%@`'].map(letter => letter.charCodeAt(0)))
