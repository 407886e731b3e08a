import { memo, useId } from 'react'
import type { KeyboardEvent } from 'react'
import type { InspectorField } from '../../../shared/kinds/kind-row'
import type { Schema } from '../../../shared/kinds/schemas/schema'
import type { PlainValue } from '../../../shared/yaml/plain'
import { classes } from '../../ui/classes'
import { Choice, Field, Switch, useDraft } from '../../ui/field'
import { Icon } from '../../ui/icon'
import { FieldRow } from './field-row'
import type { FieldShape } from './field-shape'
import { shapeOf } from './field-shape'
import { useForm } from './form'
import css from './form.module.css'
import { shownText, typedValue } from './typed-value'

type ScalarFieldProps = {
  readonly path: string
  readonly label: string
  readonly schema: Schema
  readonly hint: InspectorField | null
  readonly value: PlainValue | undefined
  readonly required: boolean
  readonly complaint: string | null
}

/** A field of one value: its name, its control, what is wrong with it. Drawn again only when one of these differs. */
export const ScalarField = memo(function ScalarField(props: ScalarFieldProps) {
  const { path, label, schema, hint, value, required, complaint } = props
  const form = useForm()
  const id = useId()
  const noteId = `${id}note`
  const shape = shapeOf(schema, value, hint)
  const { draft, why } = useScalarDraft(props)
  const said = why ?? complaint
  const isTyped = shape.type === 'text' || shape.type === 'number'
  const control = { id, noteId: said === null && !form.showsHelp ? undefined : noteId }
  return (
    <FieldRow
      label={label}
      {...(shape.type === 'switch' ? {} : { htmlFor: id })}
      required={required}
      description={schema.description}
      complaint={said}
      noteId={noteId}
      onRemove={
        value === undefined || form.readOnly || (required && complaint === null) || (isTyped && complaint === null)
          ? null
          : () => form.set(path, undefined)
      }
    >
      {isTyped ? (
        <TypedControl
          {...props}
          {...control}
          draft={draft}
          isNumber={shape.type === 'number'}
          isWrong={said !== null}
        />
      ) : (
        <PickedControl {...props} {...control} shape={shape} />
      )}
    </FieldRow>
  )
})

/** What is being typed into a field: taken over when it is a value of the field, else kept with the reason. */
function useScalarDraft({ path, schema, value, label, required }: ScalarFieldProps) {
  const form = useForm()
  const { input, complaint } = useDraft(shownText(value), text => {
    if (text.trim() === '') return required ? `${label} is required` : form.set(path, undefined)
    const typed = typedValue(schema, text, value)
    return typed.ok ? form.set(path, typed.value) : typed.message
  })
  return { draft: input, why: complaint }
}

type ControlProps = ScalarFieldProps & { readonly id: string; readonly noteId: string | undefined }
type TypedProps = ControlProps & {
  readonly draft: ReturnType<typeof useDraft>['input']
  readonly isNumber: boolean
  readonly isWrong: boolean
}

function TypedControl({ id, noteId, draft, path, label, schema, hint, value, isNumber, isWrong }: TypedProps) {
  const form = useForm()
  const isLong = draft.value.includes('\n')
  const common = { id, 'aria-describedby': noteId, disabled: form.readOnly, placeholder: placeholderOf(schema, hint) }
  if (isLong)
    return (
      <textarea
        {...common}
        {...draft}
        className={classes(css.area, isWrong && css.wrong)}
        spellCheck={false}
        aria-invalid={isWrong || undefined}
        rows={Math.min(12, draft.value.split('\n').length)}
      />
    )
  const canStep = isNumber && (value === undefined || typeof value === 'number')
  const step = (by: number) => {
    const from = draft['data-settled'] ? Number(value ?? schema.default ?? 0) : Number(draft.value)
    const typed = typedValue(schema, String(Math.max(from + by, schema.minimum ?? 0)), value)
    if (typed.ok) form.set(path, typed.value)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const by = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
    if (by === 0 || !canStep || !draft['data-settled']) return draft.onKeyDown(event)
    event.preventDefault()
    step(by)
  }
  return (
    <Field
      {...common}
      {...draft}
      onKeyDown={onKeyDown}
      wrong={isWrong}
      code={label === 'image'}
      inputMode={isNumber ? 'numeric' : 'text'}
      after={canStep && !form.readOnly && <Stepper onStep={step} />}
    />
  )
}

/** Fewer and more, for the pointer: the keyboard types, or uses the arrows in the field itself. */
function Stepper({ onStep }: { readonly onStep: (by: number) => void }) {
  return (
    <span className={css.stepper} aria-hidden="true">
      <button type="button" tabIndex={-1} onClick={() => onStep(-1)}>
        <Icon name="i-minus" size="s" />
      </button>
      <button type="button" tabIndex={-1} onClick={() => onStep(1)}>
        <Icon name="i-plus" size="s" />
      </button>
    </span>
  )
}

function PickedControl({
  id,
  noteId,
  shape,
  path,
  label,
  schema,
  value,
}: ControlProps & { readonly shape: FieldShape }) {
  const form = useForm()
  if (shape.type === 'choice') {
    const now = shownText(value)
    const choices = now === '' || shape.choices.includes(now) ? shape.choices : [now, ...shape.choices]
    return (
      <Choice
        id={id}
        aria-describedby={noteId}
        value={now}
        disabled={form.readOnly}
        onChange={event => form.set(path, event.target.value === '' ? undefined : event.target.value)}
      >
        <option value="">{typeof schema.default === 'string' ? `${schema.default} (default)` : ''}</option>
        {choices.map(choice => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </Choice>
    )
  }
  const isOn = value === undefined ? schema.default === true : value === true
  return (
    <Switch on={isOn} label={label} disabled={form.readOnly} describedBy={noteId} onChange={on => form.set(path, on)} />
  )
}

/** What stands in an empty field: the default, unless it is Go's way to say nothing. */
function placeholderOf({ default: standard }: Schema, hint: InspectorField | null): string | undefined {
  if (standard !== undefined && standard !== 0 && standard !== '' && typeof standard !== 'object')
    return String(standard)
  return hint?.placeholder
}
