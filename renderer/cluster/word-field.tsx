import { Field } from '../ui/field'
import css from './plan.module.css'

type WordFieldProps = {
  readonly word: string
  readonly typed: string
  readonly autoFocus: boolean
  readonly onType: (typed: string) => void
}

/** Asks for a word that can't be typed by accident. */
export function WordField({ word, typed, autoFocus, onType }: WordFieldProps) {
  return (
    <label className={css.ask}>
      <span>
        Type <b>{word}</b> to go on
      </span>
      <Field code autoFocus={autoFocus} value={typed} onChange={event => onType(event.target.value)} />
    </label>
  )
}
