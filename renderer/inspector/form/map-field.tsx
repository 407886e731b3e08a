import { useState } from 'react'
import type { Schema } from '../../../shared/kinds/schemas/schema'
import { resolveSchema } from '../../../shared/kinds/schemas/walk'
import type { PlainMap, PlainValue } from '../../../shared/yaml/plain'
import { formatPointer } from '../../../shared/yaml/pointer'
import { Icon } from '../../ui/icon'
import { useDraft } from '../../ui/field'
import { classes } from '../../ui/classes'
import { isStructure, shapeOf } from './field-shape'
import { useForm } from './form'
import css from './form.module.css'
import { MapValue } from './map-value'
import { newItem } from './new-item'
import { hintAt } from '../../../shared/kinds/pinned-fields'
import { useShownForAWhile } from './secret-text'
import { ValueField } from './value-field'

type MapFieldProps = {
  readonly path: readonly string[]
  readonly values: Schema
  readonly value: PlainMap
}

/** A map with free keys: texts a row each, anything else a group each, and one more key. */
export function MapField({ path, values, value }: MapFieldProps) {
  const form = useForm()
  const { isShown, show, hide } = useShownForAWhile()
  const schema = resolveSchema(form.definitions, values)
  const keys = Object.keys(value)
  const hint = hintAt(form.row, path)
  const isSecret = hint?.isSecret ?? false
  const isHidden = isSecret && !isShown
  const isRow = (key: string): boolean => !isStructure(shapeOf(schema, value[key], null))
  const start = isStructure(shapeOf(schema, undefined, null)) ? newItem('', schema, form.definitions, []) : ''
  return (
    <div className={css.fields}>
      {isSecret && keys.length > 0 && (
        <button type="button" className={css.show} onClick={isShown ? hide : show}>
          <Icon name={isShown ? 'i-eye-off' : 'i-eye'} size="s" />
          {isShown ? 'Hide values' : 'Show values'}
        </button>
      )}
      <div className={css.rows}>
        {keys.filter(isRow).map(key => (
          <div key={key} className={css.mapRow}>
            <KeyName path={path} name={key} taken={keys} />
            <MapValue
              path={formatPointer([...path, key])}
              name={key}
              schema={schema}
              value={value[key]}
              isBase64={hint?.isBase64 ?? schema.format === 'byte'}
              isHidden={isHidden}
            />
            <RenameKey path={[...path, key]} />
            {!form.readOnly && (
              <button
                type="button"
                className={css.end}
                aria-label="Remove"
                title={`Remove ${key}`}
                onClick={() => form.set(formatPointer([...path, key]), undefined)}
              >
                <Icon name="i-x" size="s" />
              </button>
            )}
          </div>
        ))}
        {!form.readOnly && <NewKey path={path} taken={keys} start={start} />}
      </div>
      {keys
        .filter(key => !isRow(key))
        .map(key => (
          <ValueField
            key={key}
            path={[...path, key]}
            field={{ schema, required: false, freeKey: true }}
            value={value[key]}
          />
        ))}
    </div>
  )
}

type KeyNameProps = { readonly path: readonly string[]; readonly name: string; readonly taken: readonly string[] }

/** A key: typing another one renames the entry, which keeps its place, its value and its comments. */
function KeyName({ path, name, taken }: KeyNameProps) {
  const form = useForm()
  const { input, complaint } = useDraft(name, typed => {
    const key = typed.trim()
    if (key === '') return 'A key is wanted'
    if (taken.includes(key)) return `${key} is there already`
    return form.patch([{ op: 'rename', path: formatPointer([...path, name]), key }], `Rename ${name} to ${key}`)
  })
  return (
    <input
      className={classes(css.key, complaint !== null && css.wrong)}
      aria-label="Key"
      aria-invalid={complaint !== null || undefined}
      title={complaint ?? name}
      autoComplete="off"
      spellCheck={false}
      disabled={form.readOnly}
      {...input}
    />
  )
}

/** For a key that others use: the dialog that changes it in all of them. */
function RenameKey({ path }: { readonly path: readonly string[] }) {
  const form = useForm()
  const rename = form.readOnly ? null : form.renameAt(path)
  return (
    rename && (
      <button
        type="button"
        className={css.end}
        aria-label="Rename everywhere"
        title={`Rename ${path.at(-1)} everywhere`}
        onClick={rename}
      >
        <Icon name="i-pencil" size="s" />
      </button>
    )
  )
}

type NewKeyProps = {
  readonly path: readonly string[]
  readonly taken: readonly string[]
  readonly start: PlainValue
}

function NewKey({ path, taken, start }: NewKeyProps) {
  const form = useForm()
  const [key, setKey] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const isTaken = taken.includes(key.trim())
  const add = () => {
    if (key.trim() === '' || isTaken) return
    const why = form.set(formatPointer([...path, key.trim()]), start)
    setRefusal(why)
    if (why === null) setKey('')
  }
  return (
    <div className={css.mapRow}>
      <input
        className={classes(css.newKey, (isTaken || refusal !== null) && css.wrong)}
        aria-label="New key"
        placeholder="New key"
        aria-invalid={isTaken || refusal !== null || undefined}
        title={isTaken ? `${key.trim()} is there already` : (refusal ?? undefined)}
        value={key}
        onChange={event => {
          setKey(event.target.value)
          setRefusal(null)
        }}
        onKeyDown={event => event.key === 'Enter' && add()}
        onBlur={add}
      />
    </div>
  )
}
