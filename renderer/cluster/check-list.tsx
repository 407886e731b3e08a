import { useState } from 'react'
import { Field } from '../ui/field'
import css from './check-list.module.css'

type Item = { readonly key: string; readonly label: string; readonly says: string }
type CheckListProps = {
  readonly label: string
  readonly items: readonly Item[]
  readonly on: ReadonlySet<string>
  readonly onToggle: (key: string) => void
}

/** Many things to tick, found by typing. */
export function CheckList({ label, items, on, onToggle }: CheckListProps) {
  const [words, setWords] = useState('')
  const wanted = words.trim().toLowerCase()
  const shown = items.filter(item => `${item.label} ${item.says}`.toLowerCase().includes(wanted))
  return (
    <fieldset className={css.list}>
      <legend className={css.legend}>{label}</legend>
      <Field
        size="s"
        quiet
        icon="i-search"
        placeholder={`Find in ${label.toLowerCase()}`}
        aria-label={`Find in ${label.toLowerCase()}`}
        value={words}
        onChange={event => setWords(event.target.value)}
      />
      <div className={css.items}>
        {shown.map(({ key, label: name, says }) => (
          <label key={key} className={css.item}>
            <input type="checkbox" checked={on.has(key)} onChange={() => onToggle(key)} />
            <span className={css.name}>{name}</span>
            <span className={css.says}>{says}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
