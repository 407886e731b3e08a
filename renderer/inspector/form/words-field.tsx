import { useId, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { FieldSchema } from '../../../shared/kinds/schemas/walk'
import { formatPointer } from '../../../shared/yaml/pointer'
import { classes } from '../../ui/classes'
import { Icon } from '../../ui/icon'
import { FieldRow } from './field-row'
import { useComplaint, useForm } from './form'
import { typedValue } from './typed-value'
import css from './words-field.module.css'

type WordsFieldProps = {
  readonly path: readonly string[]
  readonly field: FieldSchema
  readonly words: readonly string[]
  /** What people mostly write here. */
  readonly usual: readonly string[]
}

/** A list of words in one row. Enter or a comma adds what was typed, Backspace in the empty field takes out the last. */
export function WordsField({ path, field, words, usual }: WordsFieldProps) {
  const form = useForm()
  const [typed, setTyped] = useState('')
  const [why, setWhy] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const pointer = formatPointer(path)
  const label = path.at(-1) ?? ''
  const complaint = useComplaint(pointer)

  const add = () => {
    const text = typed.trim()
    if (text === '') return
    const item = typedValue(field.schema.items ?? { type: 'string' }, text, undefined)
    const refusal = words.includes(text)
      ? `${text} is there already`
      : item.ok
        ? form.append(path, words.length, item.value)
        : item.message
    setWhy(refusal)
    if (refusal === null) setTyped('')
  }
  const remove = (index: number) => {
    const isLast = words.length === 1 && !field.required
    setWhy(form.set(isLast ? pointer : formatPointer([...path, String(index)]), undefined))
    input.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || (event.key === ',' && typed.trim() !== '')) {
      event.preventDefault()
      add()
    } else if (event.key === 'Backspace' && typed === '' && words.length > 0) remove(words.length - 1)
    else if (event.key === 'Escape' && typed !== '') {
      event.stopPropagation()
      setTyped('')
      setWhy(null)
    }
  }
  return (
    <FieldRow
      label={label}
      htmlFor={id}
      required={field.required}
      description={field.schema.description}
      complaint={why ?? complaint}
      noteId={`${id}-note`}
      onRemove={null}
    >
      <div className={css.box}>
        {words.map((word, index) => (
          <Word
            key={`${index} ${word}`}
            path={formatPointer([...path, String(index)])}
            word={word}
            onRemove={form.readOnly ? null : () => remove(index)}
          />
        ))}
        {!form.readOnly && (
          <input
            ref={input}
            id={id}
            className={css.input}
            list={usual.length > 0 ? `${id}-usual` : undefined}
            aria-describedby={(why ?? complaint) === null ? undefined : `${id}-note`}
            aria-invalid={why !== null || undefined}
            autoComplete="off"
            spellCheck={false}
            placeholder={words.length === 0 ? 'Add' : ''}
            value={typed}
            onChange={event => setTyped(event.target.value)}
            onKeyDown={onKeyDown}
            onBlur={add}
          />
        )}
      </div>
      <datalist id={`${id}-usual`}>
        {usual
          .filter(word => !words.includes(word))
          .map(word => (
            <option key={word} value={word} />
          ))}
      </datalist>
    </FieldRow>
  )
}

type WordProps = { readonly path: string; readonly word: string; readonly onRemove: (() => void) | null }

function Word({ path, word, onRemove }: WordProps) {
  const complaint = useComplaint(path)
  // The core group of the API is written as an empty text.
  const shown = word === '' ? '""' : word
  return (
    <span className={classes(css.word, complaint !== null && css.wrong)} data-field={path} title={complaint ?? word}>
      <span className={css.text}>{shown}</span>
      {onRemove && (
        <button type="button" aria-label={`Remove ${shown}`} title={`Remove ${shown}`} onClick={onRemove}>
          <Icon name="i-x" size="s" />
        </button>
      )}
    </span>
  )
}
