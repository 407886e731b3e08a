/** Something that can be written at a caret. */
export type Offer = {
  readonly label: string
  readonly type: 'field' | 'value' | 'object'
  /** What it is in a word or two: `text`, `list`, `required`. */
  readonly detail: string
  /** A sentence or more, or ''. */
  readonly about: string
  /** What replaces the word at the caret. `${}` is where the user goes on, `${text}` the same with something to write over. */
  readonly insert: string
  /** More first. */
  readonly rank: number
  /** The next thing to write is a choice too. */
  readonly goesOn: boolean
}
