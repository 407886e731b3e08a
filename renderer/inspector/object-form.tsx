import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import type { CustomKinds } from '../../shared/kinds/custom-kinds'
import type { KubernetesVersion } from '../../shared/kinds/schemas/versions'
import type { KindRow } from '../../shared/kinds/kind-row'
import type { Schema } from '../../shared/kinds/schemas/schema'
import { schemaAt } from '../../shared/kinds/schemas/walk'
import type { Definitions } from '../../shared/kinds/schemas/walk'
import type { KubeObject } from '../../shared/workspace/kube-object'
import { mapAt, valueAt } from '../../shared/yaml/plain'
import type { PlainMap } from '../../shared/yaml/plain'
import { formatPointer } from '../../shared/yaml/pointer'
import { tryField, tryPatch } from '../store/edits'
import { renameAt } from '../store/refactor'
import { useSession } from '../store/session'
import { complaintsOf } from './form/complaints'
import { ContainersSection } from './form/containers-section'
import { ANYTHING } from './form/field-shape'
import type { Complaints, Form } from './form/form'
import { ComplaintsProvider, FormProvider, useForm } from './form/form'
import { LevelSections } from './form/level-sections'
import { ObjectFields } from './form/object-fields'
import { keepSameMap } from './form/keep-same'
import { levelsOf } from './form/sections'
import { Section } from './section'
import { useKindSchema } from './use-kind-schema'

type ObjectFormProps = {
  readonly object: KubeObject
  readonly row: KindRow
  /** The kinds that the design itself defines. */
  readonly custom: CustomKinds
  readonly version: KubernetesVersion
  readonly readOnly: boolean
  readonly showsHelp: boolean
  /** What stands before all other fields. */
  readonly children: ReactNode
}

const NO_DEFINITIONS: Definitions = new Map()
const NO_COMPLAINTS: Complaints = new Map()

/** Every field of an object, by its kind's schema; by its data alone where there is none, or not yet. */
export function ObjectForm({ object, row, custom, version, readOnly, showsHelp, children }: ObjectFormProps) {
  const schema = useKindSchema(object, custom, version)
  const form = useObjectForm({ object, row, readOnly, showsHelp }, schema?.definitions ?? NO_DEFINITIONS)
  const [keeper] = useState(keeperOf)
  const data = useMemo(() => keeper.data(object.data), [keeper, object])
  const complaints = useMemo(
    () => keeper.complaints(schema ? complaintsOf(schema, object.data) : NO_COMPLAINTS),
    [keeper, schema, object],
  )
  return (
    <FormProvider value={form}>
      <ComplaintsProvider value={complaints}>
        <FormSections data={data} root={schema?.root ?? ANYTHING} start={children} form={form} />
      </ComplaintsProvider>
    </FormProvider>
  )
}

function useObjectForm(
  props: Omit<ObjectFormProps, 'children' | 'custom' | 'version'>,
  definitions: Definitions,
): Form {
  const { row, readOnly, showsHelp } = props
  const { id } = props.object
  const session = useSession()
  return useMemo(
    () => ({
      row,
      definitions,
      readOnly,
      showsHelp,
      set: (path, value) => tryField(session, id, path, value),
      append: (path, size, item) =>
        size === 0
          ? tryField(session, id, formatPointer(path), [item])
          : tryPatch(
              session,
              id,
              [{ op: 'add', path: formatPointer([...path, '-']), value: item }],
              `Add to ${path.at(-1)} of ${row.kind}`,
            ),
      renameAt: path => renameAt(session, id, path),
      patch: (patch, says) => tryPatch(session, id, patch, says),
    }),
    [session, id, row, definitions, readOnly, showsHelp],
  )
}

/** Remembers what the form showed last, so that what says the same is the same. */
function keeperOf() {
  let lastData: PlainMap = {}
  let lastComplaints = NO_COMPLAINTS
  return {
    data: (now: PlainMap): PlainMap => (lastData = keepSameMap(lastData, now)),
    complaints(now: Complaints): Complaints {
      const isSame =
        now.size === lastComplaints.size && [...now].every(([path, why]) => lastComplaints.get(path) === why)
      if (!isSame) lastComplaints = now
      return lastComplaints
    },
  }
}

type FormSectionsProps = {
  readonly data: PlainMap
  readonly root: Schema
  readonly start: ReactNode
  readonly form: Form
}

function FormSections({ data, root, start, form }: FormSectionsProps) {
  const { row, definitions } = form
  const levels = useMemo(() => levelsOf(row, root, definitions, data), [row, root, definitions, data])
  const [own, ...inner] = levels
  const pods = row.podTemplate
  const podSpec = pods && levels.find(level => level.path.length === pods.length + 1)
  const hasPods = podSpec && valueAt(data, podSpec.path) !== undefined
  const containers = hasPods && (
    <ContainersSection path={podSpec.path} schema={podSpec.schema} podSpec={podSpec.value} />
  )
  // Where there is a spec, its fields stand behind the name; few kinds have something beside it.
  const first = inner[0] ?? own
  return (
    <>
      {first && <LevelSections level={first} start={start} then={containers} />}
      {own && own !== first && <LevelSections level={own} />}
      {inner.slice(1).map(level => (
        <LevelSections key={level.path.join('/')} level={level} />
      ))}
      {hasPods && pods.length > 0 && (
        <MetadataSection title="Pod metadata" data={data} root={root} path={[...pods, 'metadata']} />
      )}
      <MetadataSection title="Metadata" data={data} root={root} path={['metadata']} />
    </>
  )
}

type MetadataProps = Pick<FormSectionsProps, 'data' | 'root'> & {
  readonly title: string
  readonly path: readonly string[]
}

/** Labels, annotations and the rest, without what stands at the top. */
function MetadataSection({ title, data, root, path }: MetadataProps) {
  const { definitions } = useForm()
  return (
    <Section title={title}>
      <div role="group" aria-label="metadata">
        <ObjectFields
          path={path}
          schema={schemaAt(definitions, root, path)?.schema ?? ANYTHING}
          value={mapAt(data, ...path)}
          without={path.length === 1 ? NAMED_ABOVE : NAMED_BY_OWNER}
        />
      </div>
    </Section>
  )
}

const NAMED_ABOVE: ReadonlySet<string> = new Set(['name', 'namespace'])
const NAMED_BY_OWNER: ReadonlySet<string> = new Set(['name', 'namespace', 'generateName'])
