import { memo, useId } from 'react'
import type { Schema } from '../../../shared/kinds/schemas/schema'
import type { PlainValue } from '../../../shared/yaml/plain'
import { classes } from '../../ui/classes'
import { useDraft } from '../../ui/field'
import { useComplaint, useForm } from './form'
import css from './form.module.css'
import { base64OfText, sizeOfBase64, textOfBase64 } from './secret-text'
import { shownText, typedValue } from './typed-value'

type MapValueProps = {
  readonly path: string
  readonly name: string
  readonly schema: Schema
  readonly value: PlainValue | undefined
  /** The file holds it as base64. */
  readonly isBase64: boolean
  readonly isHidden: boolean
}

/** The value of an entry: dots while it is hidden, plain text where the file holds base64, as many lines as it has. */
export const MapValue = memo(function MapValue({ path, name, schema, value, isBase64, isHidden }: MapValueProps) {
  const isPacked = isBase64 && typeof value === 'string'
  const text = isPacked ? textOfBase64(value) : shownText(value)
  if (isHidden)
    return (
      <span className={css.unseen} role="img" aria-label={`${name} is hidden`}>
        ••••••••
      </span>
    )
  if (text === null)
    return <span className={css.unseen}>{`${sizeOfBase64(shownText(value))} bytes that are no text`}</span>
  return <ShownValue path={path} name={name} schema={schema} value={value} text={text} isPacked={isPacked} />
})

type ShownProps = Omit<MapValueProps, 'isHidden' | 'isBase64'> & { readonly text: string; readonly isPacked: boolean }

function ShownValue({ path, name, schema, value, text, isPacked }: ShownProps) {
  const form = useForm()
  const noteId = useId()
  const { input, complaint: why } = useDraft(text, typed => {
    if (isPacked) return form.set(path, base64OfText(typed))
    const read = typedValue(schema, typed, value)
    return read.ok ? form.set(path, read.value) : read.message
  })
  const written = useComplaint(path)
  const complaint = why ?? written
  const lines = input.value.split('\n').length
  const common = {
    ...input,
    'aria-label': name,
    'aria-invalid': complaint !== null || undefined,
    'aria-describedby': complaint === null ? undefined : noteId,
    disabled: form.readOnly,
    spellCheck: false,
  }
  return (
    <span className={css.value}>
      <textarea
        {...common}
        rows={Math.min(14, lines)}
        wrap={lines > 1 ? 'off' : 'soft'}
        className={classes(complaint !== null && css.wrong)}
      />
      {complaint !== null && (
        <span id={noteId} className={css.cellComplaint}>
          {complaint}
        </span>
      )}
    </span>
  )
}
