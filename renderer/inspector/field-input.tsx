import { useId } from 'react'
import type { InspectorField } from '../../shared/kinds/kind-row'
import { BigInteger, isList, isMap } from '../../shared/yaml/plain'
import type { PlainValue } from '../../shared/yaml/plain'
import { Choice, DraftField, Switch } from '../ui/field'
import { Icon } from '../ui/icon'
import css from './inspector.module.css'
import { MapRows } from './map-rows'
import { Row } from './section'

type FieldInputProps = {
  readonly field: InspectorField
  readonly value: PlainValue | undefined
  readonly readOnly: boolean
  /** Undefined takes the field out. */
  readonly onChange: (value: PlainValue | undefined) => void
  /** Changes one entry of a map. */
  readonly onChangeEntry: (key: string, value: PlainValue | undefined) => void
}

/** One field of an object, with the input that its row names. */
export function FieldInput({ field, value, readOnly, onChange, onChangeEntry }: FieldInputProps) {
  const id = useId()
  if (field.input === 'map')
    return (
      <MapRows
        label={field.label}
        value={value}
        readOnly={readOnly}
        isSecret={field.isSecret ?? false}
        onChangeEntry={onChangeEntry}
      />
    )
  if (isMap(value))
    return (
      <Row label={field.label}>
        <p className={css.elsewhere}>Written as a map: change it in the YAML.</p>
      </Row>
    )
  return (
    <Row label={field.label} {...(field.input === 'switch' ? {} : { htmlFor: id })}>
      <ScalarInput id={id} field={field} value={value} readOnly={readOnly} onChange={onChange} />
    </Row>
  )
}

type ScalarProps = Omit<FieldInputProps, 'onChangeEntry'> & { readonly id: string }

function ScalarInput({ id, field, value, readOnly, onChange }: ScalarProps) {
  if (field.input === 'switch')
    return <Switch on={value === true} label={field.label} disabled={readOnly} onChange={onChange} />
  if (field.input === 'choice')
    return (
      <Choice
        id={id}
        value={textOf(value)}
        disabled={readOnly}
        onChange={event => onChange(event.target.value === '' ? undefined : event.target.value)}
      >
        {choicesOf(field, textOf(value)).map(choice => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </Choice>
    )
  return (
    <DraftField
      id={id}
      code={field.label === 'image'}
      value={textOf(value)}
      disabled={readOnly}
      placeholder={field.placeholder}
      inputMode={field.input === 'number' ? 'numeric' : 'text'}
      onCommit={text => onChange(valueOf(field, text))}
      after={
        field.input === 'number' && (
          <Stepper value={value} disabled={readOnly} onStep={next => onChange(next)} label={field.label} />
        )
      }
    />
  )
}

type StepperProps = {
  readonly value: PlainValue | undefined
  readonly label: string
  readonly disabled: boolean
  readonly onStep: (value: number) => void
}

/** Fewer and more, for a field that holds a number or nothing. The keyboard types. */
function Stepper({ value, label, disabled, onStep }: StepperProps) {
  if (value !== undefined && typeof value !== 'number') return null
  const now = value ?? 0
  return (
    <span className={css.stepper}>
      <button
        type="button"
        tabIndex={-1}
        aria-label={`Fewer ${label}`}
        disabled={disabled || now <= 0}
        onClick={() => onStep(now - 1)}
      >
        <Icon name="i-minus" size="s" />
      </button>
      <button
        type="button"
        tabIndex={-1}
        aria-label={`More ${label}`}
        disabled={disabled}
        onClick={() => onStep(now + 1)}
      >
        <Icon name="i-plus" size="s" />
      </button>
    </span>
  )
}

/** The choices, with what is written now and with nothing. */
function choicesOf(field: InspectorField, now: string): readonly string[] {
  const choices = field.choices ?? []
  return ['', ...(now === '' || choices.includes(now) ? [] : [now]), ...choices]
}

/** A value as one line: lists by commas. */
function textOf(value: PlainValue | undefined): string {
  if (value === undefined || value === null) return ''
  if (value instanceof BigInteger) return value.digits
  if (isList(value)) return value.map(textOf).join(', ')
  return isMap(value) ? '' : String(value)
}

/** What is typed as the field means it. A number that isn't one is kept as text: the API takes names for ports. */
function valueOf(field: InspectorField, text: string): PlainValue | undefined {
  const typed = text.trim()
  if (typed === '') return undefined
  if (field.input === 'number' && /^-?\d{1,15}$/.test(typed)) return Number(typed)
  if (field.input === 'lines') return typed.split(/\s*,\s*/).filter(part => part !== '')
  return typed
}
