import type { ReactNode } from 'react'
import { childSchema } from '../../../shared/kinds/schemas/walk'
import { formatPointer } from '../../../shared/yaml/pointer'
import { Section } from '../section'
import { AddField } from './add-field'
import { ANYTHING, shapeOf } from './field-shape'
import { RemoveButton } from './field-row'
import { useComplaint, useForm } from './form'
import css from './form.module.css'
import { useAskedFields } from './object-fields'
import { hintAt } from '../../../shared/kinds/pinned-fields'
import type { Level } from './sections'
import { fieldsOf, inWords } from './sections'
import { Structure, summaryOf, ValueField } from './value-field'

type LevelSectionsProps = {
  readonly level: Level
  /** What stands before the level's own fields. */
  readonly start?: ReactNode
  /** What stands behind them, before the structures. */
  readonly then?: ReactNode
}

/** The sections of a level: one of its own values, then one for each structure. */
export function LevelSections({ level, start, then }: LevelSectionsProps) {
  const form = useForm()
  const { asked, ask, place } = useAskedFields()
  const { values, parts } = fieldsOf(form.row, form.definitions, level, asked)
  const taken = new Set([...values, ...parts, ...level.without])
  const canAdd = !form.readOnly && Object.keys(level.schema.properties ?? {}).some(key => !taken.has(key))
  return (
    <div ref={place}>
      {(start !== undefined || values.length > 0 || canAdd) && (
        <Section title={level.title}>
          {start}
          {values.map(key => (
            <div key={key} data-field={formatPointer([...level.path, key])}>
              <ValueField
                path={[...level.path, key]}
                field={childSchema(form.definitions, level.schema, key)}
                value={level.value[key]}
              />
            </div>
          ))}
          {canAdd && (
            <AddField
              schema={level.schema}
              taken={taken}
              onAdd={key => ask(key, formatPointer([...level.path, key]))}
            />
          )}
        </Section>
      )}
      {then}
      {parts.map(key => (
        <PartSection key={key} level={level} name={key} />
      ))}
    </div>
  )
}

/** A structure of a level, in a section under its name. */
function PartSection({ level, name }: { readonly level: Level; readonly name: string }) {
  const form = useForm()
  const path = [...level.path, name]
  const pointer = formatPointer(path)
  const complaint = useComplaint(pointer)
  const field = childSchema(form.definitions, level.schema, name)
  const value = level.value[name]
  const shape = shapeOf(field?.schema ?? ANYTHING, value, hintAt(form.row, path))
  const title = `${inWords(name)}${field?.required ? ' *' : ''}`
  const headId = `section-${pointer}`
  const canRemove = value !== undefined && !form.readOnly && field?.required !== true
  return (
    <div role="group" aria-label={name} data-field={pointer}>
      <Section
        title={title}
        headId={headId}
        summary={summaryOf(value)}
        help={field?.schema.description}
        actions={canRemove && <RemoveButton describedBy={headId} onClick={() => form.set(pointer, undefined)} />}
      >
        {complaint && <p className={css.complaint}>{complaint}</p>}
        {form.showsHelp && field?.schema.description && <p className={css.help}>{field.schema.description}</p>}
        <Structure path={path} field={field} value={value} shape={shape} />
      </Section>
    </div>
  )
}
