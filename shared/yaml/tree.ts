/**
 * The one tree of a YAML document that leaves this folder, whichever reader made it.
 *
 * Every offset counts UTF-16 code units of the *file's* text. A tree holds no text: the file does. Nodes are plain data,
 * made once and never changed.
 */
export type YamlNode = YamlMap | YamlSeq | YamlScalar | YamlAlias

/** What a node may carry in front of it. `from` is where the first property starts (the node's own `from` is behind them). */
export type NodeProperties = { readonly from: number; readonly anchor: string | null; readonly tag: string | null }

export type YamlMap = {
  readonly type: 'map'
  readonly style: 'block' | 'flow'
  /** First character of the first key, or the `{`. */
  readonly from: number
  /** Behind the last character of the last value (never the line break behind it), or behind the `}`. */
  readonly to: number
  readonly entries: readonly YamlEntry[]
  readonly properties: NodeProperties | null
}

export type YamlEntry = {
  /** Offset of the first character of the entry: the key, its properties, or the `?`. */
  readonly from: number
  readonly key: YamlNode
  /** Offset of the `:`, or null where there is none (`{a, b}`, `? a`). */
  readonly colon: number | null
  readonly value: YamlNode
}

export type YamlSeq = {
  readonly type: 'seq'
  readonly style: 'block' | 'flow'
  /** The first dash, or the `[`. */
  readonly from: number
  readonly to: number
  readonly items: readonly YamlItem[]
  readonly properties: NodeProperties | null
}

export type YamlItem = {
  /** Offset of the dash of a block sequence's item; of the value in a flow sequence. */
  readonly from: number
  readonly value: YamlNode
}

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded' | 'empty'

export type YamlScalar = {
  readonly type: 'scalar'
  readonly style: ScalarStyle
  /** The first character (a quote, a `|`); for 'empty' the place right behind the colon, dash or properties, from === to. */
  readonly from: number
  /**
   * Behind the last character. A block scalar ends behind its last line's content, before the line break, except with
   * `+`, where it ends before the break that ends its last kept line.
   */
  readonly to: number
  /** Block scalars: columns of indentation of the content; 0 elsewhere. */
  readonly indent: number
  readonly properties: NodeProperties | null
}

export type YamlAlias = {
  readonly type: 'alias'
  readonly name: string
  readonly from: number
  readonly to: number
  readonly properties: null
}

/** A `#` comment, without its line break. */
export type YamlComment = { readonly from: number; readonly to: number }

/** Something wrong with a text. Codes are stable and documented in shared/checks/CODES.md. */
export type YamlProblem = {
  readonly code:
    | 'unreadable-yaml'
    | 'duplicate-key'
    | 'template-not-yaml'
    | 'not-utf-8'
    | 'too-large'
    | 'too-deep'
    | 'kubectl-refuses'
  readonly severity: 'error' | 'warning'
  readonly message: string
  readonly from: number
  readonly to: number
}

/** A piece of a file as kubectl cuts it: at lines that start with `---`. `index` counts empty pieces too. */
export type DocumentPiece = {
  readonly index: number
  /** Where the piece's own text starts: behind the line of its `---` (or of the file's start and BOM). */
  readonly from: number
  readonly to: number
}

/** What a reading of one piece gives. Never throws on any text. */
export type DocumentReading = {
  readonly piece: DocumentPiece
  /** Null for an empty piece, and for one that can't be read (then problems say why). */
  readonly root: YamlNode | null
  readonly comments: readonly YamlComment[]
  readonly problems: readonly YamlProblem[]
  readonly readBy: 'fast' | 'yaml'
}
