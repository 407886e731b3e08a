import { memo } from 'react'
import type { FieldSchema } from '../../../shared/kinds/schemas/walk'
import { isList, isMap } from '../../../shared/yaml/plain'
import type { PlainMap, PlainValue } from '../../../shared/yaml/plain'
import { formatPointer } from '../../../shared/yaml/pointer'
import { ANYTHING, isStructure, shapeOf } from './field-shape'
import type { FieldShape } from './field-shape'
import { useComplaint, useForm } from './form'
import { Group } from './group'
import { ListField } from './list-field'
import { MapField } from './map-field'
import { ObjectFields } from './object-fields'
import { hintAt } from '../../../shared/kinds/pinned-fields'
import { ScalarField } from './scalar-field'
import { wordsOf } from './word-lists'
import { WordsField } from './words-field'

type ValueFieldProps = {
  readonly path: readonly string[]
  /** What the schema says of it; null for a field that the server doesn't know. */
  readonly field: FieldSchema | null
  readonly value: PlainValue | undefined
}

/** Any field of an object: one value in a row, a structure in a group that folds. */
export function ValueField({ path, field, value }: ValueFieldProps) {
  const { row } = useForm()
  const pointer = formatPointer(path)
  const complaint = useComplaint(pointer)
  const label = path.at(-1) ?? ''
  const schema = field?.schema ?? ANYTHING
  const hint = hintAt(row, path)
  const shape = shapeOf(schema, value, hint)
  if (!isStructure(shape))
    return (
      <ScalarField
        path={pointer}
        label={label}
        schema={schema}
        hint={hint}
        value={value}
        required={field?.required ?? false}
        complaint={complaint}
      />
    )
  const usual = shape.type === 'list' ? wordsOf(label, schema, value) : null
  if (usual !== null)
    return (
      <WordsField path={path} field={field ?? UNKNOWN} words={isList(value) ? value.map(String) : []} usual={usual} />
    )
  return (
    <Group
      path={pointer}
      label={label}
      description={schema.description}
      required={field?.required ?? false}
      isSet={value !== undefined}
      summary={summaryOf(value)}
    >
      <Structure path={path} field={field} value={value} shape={shape} />
    </Group>
  )
}

type StructureProps = ValueFieldProps & {
  readonly shape: FieldShape
  /** Fields that are shown elsewhere. */
  readonly without?: ReadonlySet<string>
}

/** The fields of a structure, without a frame. */
export const Structure = memo(function Structure({ path, field, value, shape, without }: StructureProps) {
  switch (shape.type) {
    case 'map':
      return <MapField path={path} values={shape.values} value={isMap(value) ? value : EMPTY} />
    case 'list':
      return <ListField path={path} list={field?.schema ?? ANYTHING} value={isList(value) ? value : NOTHING} />
    default:
      return (
        <ObjectFields
          path={path}
          schema={field?.schema ?? ANYTHING}
          value={isMap(value) ? value : EMPTY}
          {...(without ? { without } : {})}
        />
      )
  }
})

const UNKNOWN: FieldSchema = { schema: ANYTHING, required: false, freeKey: false }
const EMPTY: PlainMap = {}
const NOTHING: readonly PlainValue[] = []

/** What a folded group says of what is in it. */
export function summaryOf(value: PlainValue | undefined): string {
  const size = isList(value) ? value.length : isMap(value) ? Object.keys(value).length : 0
  return size === 0 ? '' : String(size)
}
