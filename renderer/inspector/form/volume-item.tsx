import { useId } from 'react'
import type { ReactNode } from 'react'
import type { Schema } from '../../../shared/kinds/schemas/schema'
import { childSchema } from '../../../shared/kinds/schemas/walk'
import { isMap } from '../../../shared/yaml/plain'
import type { PlainMap } from '../../../shared/yaml/plain'
import { formatPointer } from '../../../shared/yaml/pointer'
import { Choice } from '../../ui/field'
import { ANYTHING } from './field-shape'
import { FieldRow } from './field-row'
import { useForm } from './form'
import css from './form.module.css'
import { Group } from './group'
import { ObjectFields } from './object-fields'
import { ValueField } from './value-field'
import { changeSource, sourceOf, volumeSources } from './volume-sources'

type VolumeItemProps = {
  readonly path: readonly string[]
  readonly title: string
  readonly schema: Schema
  readonly volume: PlainMap
  readonly actions: ReactNode
  readonly startsFolded: boolean
}

/** A volume of a pod: its name, what it comes from, and the fields of that. */
export function VolumeItem({ path, title, schema, volume, actions, startsFolded }: VolumeItemProps) {
  const form = useForm()
  const id = useId()
  const source = sourceOf(volume)
  const others = Object.keys(volume).filter(key => key !== 'name' && key !== source)
  const inner = source === null ? undefined : volume[source]
  const field = (key: string) => (
    <div key={key} data-field={formatPointer([...path, key])}>
      <ValueField path={[...path, key]} field={childSchema(form.definitions, schema, key)} value={volume[key]} />
    </div>
  )
  return (
    <Group
      path={formatPointer(path)}
      label={title}
      required={false}
      isSet={false}
      summary={source ?? ''}
      actions={actions}
      startsFolded={startsFolded}
    >
      <div className={css.fields}>
        {field('name')}
        <FieldRow
          label="source"
          htmlFor={id}
          required
          description="What the volume comes from"
          complaint={null}
          noteId={`${id}-note`}
          onRemove={null}
        >
          <Choice
            id={id}
            value={source ?? ''}
            disabled={form.readOnly}
            onChange={event =>
              form.patch(
                changeSource(path, volume, event.target.value, schema, form.definitions),
                `Take ${title} from ${event.target.value}`,
              )
            }
          >
            {source === null && <option value="" />}
            {volumeSources(schema).map(each => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </Choice>
        </FieldRow>
        {source !== null && (isMap(inner) || inner === null) ? (
          <div role="group" aria-label={source}>
            <ObjectFields
              path={[...path, source]}
              schema={childSchema(form.definitions, schema, source)?.schema ?? ANYTHING}
              value={isMap(inner) ? inner : {}}
            />
          </div>
        ) : (
          source !== null && field(source)
        )}
        {others.map(field)}
      </div>
    </Group>
  )
}
