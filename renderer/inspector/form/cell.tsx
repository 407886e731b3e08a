import { memo, useId } from 'react'
import type { Schema } from '../../../shared/kinds/schemas/schema'
import type { PlainValue } from '../../../shared/yaml/plain'
import { classes } from '../../ui/classes'
import { useDraft } from '../../ui/field'
import { ANYTHING, shapeOf } from './field-shape'
import { useComplaint, useForm } from './form'
import css from './form.module.css'
import { shownText, typedValue } from './typed-value'

type CellProps = {
  readonly path: string
  readonly label: string
  readonly schema: Schema | null
  readonly value: PlainValue | undefined
  /** An empty text is a value of its own here, and takes nothing out. */
  readonly keepsEmpty?: boolean
}

/** A field in a row of fields: named for itself, its label unseen. */
export const Cell = memo(function Cell({ path, label, schema, value, keepsEmpty = false }: CellProps) {
  const form = useForm()
  const noteId = useId()
  const known = schema ?? ANYTHING
  const { input, complaint: why } = useDraft(shownText(value), text => {
    if (text === '' && !keepsEmpty) return form.set(path, undefined)
    const typed = typedValue(known, text, value)
    return typed.ok ? form.set(path, typed.value) : typed.message
  })
  const written = useComplaint(path)
  const complaint = why ?? written
  const shape = shapeOf(known, value, null)
  const common = {
    'aria-label': label,
    'aria-invalid': complaint !== null || undefined,
    'aria-describedby': complaint === null ? undefined : noteId,
    title: complaint ?? known.description?.slice(0, 200),
    disabled: form.readOnly,
  }
  return (
    <>
      {shape.type === 'choice' ? (
        <select
          {...common}
          className={css.cellInput}
          value={shownText(value)}
          onChange={event => form.set(path, event.target.value === '' ? undefined : event.target.value)}
        >
          <option value="">{typeof known.default === 'string' ? known.default : ''}</option>
          {shape.choices.map(choice => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </select>
      ) : input.value.includes('\n') ? (
        <textarea
          {...common}
          {...input}
          spellCheck={false}
          rows={Math.min(8, input.value.split('\n').length)}
          className={css.cellArea}
        />
      ) : (
        <input
          {...common}
          {...input}
          autoComplete="off"
          spellCheck={false}
          placeholder={keepsEmpty && value === '' ? 'empty' : label}
          className={classes(css.cellInput, complaint !== null && css.wrong)}
        />
      )}
      {complaint !== null && (
        <span id={noteId} className={css.cellComplaint}>
          {complaint}
        </span>
      )}
    </>
  )
})
