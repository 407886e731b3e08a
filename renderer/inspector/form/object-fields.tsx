import { useEffect, useRef, useState } from 'react'
import type { Schema } from '../../../shared/kinds/schemas/schema'
import { childSchema } from '../../../shared/kinds/schemas/walk'
import type { PlainMap } from '../../../shared/yaml/plain'
import { formatPointer } from '../../../shared/yaml/pointer'
import { AddField } from './add-field'
import { useForm } from './form'
import css from './form.module.css'
import { pinnedKeys } from '../../../shared/kinds/pinned-fields'
import { shownKeys } from './shown-keys'
import { ValueField } from './value-field'

type ObjectFieldsProps = {
  readonly path: readonly string[]
  readonly schema: Schema
  readonly value: PlainMap
  /** Fields that are shown elsewhere. */
  readonly without?: ReadonlySet<string>
}

/** The fields of a map with names, and a way to add those that it lacks. */
export function ObjectFields({ path, schema, value, without }: ObjectFieldsProps) {
  const form = useForm()
  const { asked, ask, place } = useAskedFields()
  const keys = shownKeys(schema, value, pinnedKeys(form.row, path), asked)
  const taken = new Set([...keys, ...(without ?? [])])
  return (
    <div className={css.fields} ref={place}>
      {keys
        .filter(key => !without?.has(key))
        .map(key => (
          <div key={key} data-field={formatPointer([...path, key])}>
            <ValueField
              path={[...path, key]}
              field={childSchema(form.definitions, schema, key)}
              value={Object.hasOwn(value, key) ? value[key] : undefined}
            />
          </div>
        ))}
      {!form.readOnly && schema.properties && (
        <AddField schema={schema} taken={taken} onAdd={key => ask(key, formatPointer([...path, key]))} />
      )}
    </div>
  )
}

/**
 * Fields that somebody asked for and that hold nothing yet: they are shown, the keyboard goes there, and nothing is
 * written until they get a value.
 */
export function useAskedFields() {
  const [asked, setAsked] = useState<readonly string[]>([])
  const [focusOn, setFocusOn] = useState<string | null>(null)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (focusOn === null) return
    const field = place.current?.querySelector(`[data-field="${CSS.escape(focusOn)}"]`)
    field?.querySelector<HTMLElement>('input, select, textarea, [role="switch"], button')?.focus()
    field?.scrollIntoView({ block: 'nearest' })
  }, [focusOn])
  const ask = (key: string, pointer: string) => {
    setAsked(keys => [...keys.filter(each => each !== key), key])
    setFocusOn(pointer)
  }
  return { asked, ask, place }
}
