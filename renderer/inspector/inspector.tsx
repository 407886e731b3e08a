import { useMemo } from 'react'
import { inspectorFields } from '../../shared/kinds/inspector-fields'
import { kindRow } from '../../shared/kinds/kinds'
import type { Problem } from '../../shared/checks/problem'
import type { Design } from '../../shared/workspace/design'
import type { KubeObject } from '../../shared/workspace/kube-object'
import { textAt, valueAt } from '../../shared/yaml/plain'
import { formatPointer, parsePointer } from '../../shared/yaml/pointer'
import { changeField, rename } from '../store/edits'
import { goToProblem } from '../store/reveal'
import { useApp, useSession } from '../store/session'
import { DraftField } from '../ui/field'
import { IconButton } from '../ui/button'
import { Icon, KindTile } from '../ui/icon'
import { Menu, MenuRule } from '../ui/menu'
import { CommandItem } from '../window/command-button'
import { FieldInput } from './field-input'
import { fieldSections, OWN_SECTION } from './field-sections'
import type { FieldGroup } from './field-sections'
import css from './inspector.module.css'
import { RelationList } from './relation-list'
import { Row, Section } from './section'

/** What is selected: its fields, its ties and what is wrong with it. */
export function Inspector() {
  const design = useApp(state => state.open?.design ?? null)
  const objects = useApp(state => state.selection.objects)
  const [first] = objects
  const object = design && first !== undefined ? design.workspace.object(first) : null
  return (
    <section className={css.inspector} role="region" aria-label="Inspector" data-region="inspector" tabIndex={-1}>
      {!design || !object ? (
        <p className={css.nothing} tabIndex={-1} data-first>
          Nothing is selected. Choose a card, or a line of the YAML.
        </p>
      ) : objects.length > 1 ? (
        <p className={css.nothing}>{objects.length} objects are selected.</p>
      ) : (
        <ObjectInspector key={object.id} design={design} object={object} />
      )}
    </section>
  )
}

type ObjectProps = { readonly design: Design; readonly object: KubeObject }
const NO_PROBLEMS: readonly Problem[] = []

function ObjectInspector({ design, object }: ObjectProps) {
  const row = kindRow(object.group, object.kind)
  const readOnly = design.workspace.files.get(object.file)?.readOnly ?? null
  const sections = useMemo(() => fieldSections(object.data, inspectorFields(object.data)), [object])
  const own = sections.find(section => section.title === OWN_SECTION)
  const problems = design.problemsByObject.get(object.id) ?? NO_PROBLEMS
  const relations = design.graph.relationsOf(object.id)
  return (
    <>
      <header className={css.head}>
        <KindTile icon={row.icon} family={row.family} size="l" />
        <span className={css.title}>
          <span className={css.kind}>{object.kind}</span>
          <span className={css.name}>{object.name ?? 'no name'}</span>
        </span>
        <ObjectMenu />
      </header>
      {readOnly !== null && <p className={css.note}>{readOnly}</p>}
      <ProblemNotes problems={problems} />
      <Section title="General">
        <NameFields object={object} readOnly={readOnly !== null} />
        {own?.groups.map(group => (
          <Fields key={group.label} object={object} group={group} readOnly={readOnly !== null} />
        ))}
      </Section>
      {sections
        .filter(section => section !== own)
        .map(section => (
          <Section key={section.title} title={section.title}>
            {section.groups.map(group => (
              <Fields key={group.label} object={object} group={group} readOnly={readOnly !== null} />
            ))}
          </Section>
        ))}
      <Section title="Relations" summary={String(relations.length)}>
        <RelationList design={design} id={object.id} />
      </Section>
    </>
  )
}

function ObjectMenu() {
  return (
    <Menu align="end" trigger={<IconButton icon="i-more" label="More" size="s" />}>
      <CommandItem id="connect" />
      <CommandItem id="rename-object" />
      <CommandItem id="go-to-yaml" />
      <MenuRule />
      <CommandItem id="copy-yaml" />
      <CommandItem id="duplicate" />
      <MenuRule />
      <CommandItem id="delete-objects" danger />
    </Menu>
  )
}

function ProblemNotes({ problems }: { readonly problems: readonly Problem[] }) {
  const session = useSession()
  return problems.map((problem, n) => (
    <button
      key={n}
      type="button"
      className={css.problem}
      data-severity={problem.severity}
      onClick={() => goToProblem(session, problem)}
    >
      <Icon name={`i-${problem.severity}`} />
      <span>{problem.message}</span>
    </button>
  ))
}

/** Name and namespace are fields of every object; a name is changed together with every reference to it. */
function NameFields({ object, readOnly }: { readonly object: KubeObject; readonly readOnly: boolean }) {
  const session = useSession()
  const isNamespaced = kindRow(object.group, object.kind).scope === 'namespaced'
  return (
    <>
      <Row label="name" htmlFor={`${object.id}-name`}>
        <DraftField
          id={`${object.id}-name`}
          data-first
          value={object.name ?? ''}
          disabled={readOnly}
          onCommit={name => rename(session, object.id, name)}
        />
      </Row>
      {isNamespaced && (
        <Row label="namespace" htmlFor={`${object.id}-namespace`}>
          <DraftField
            id={`${object.id}-namespace`}
            value={textAt(object.data, 'metadata', 'namespace') ?? ''}
            placeholder={object.namespace ?? ''}
            disabled={readOnly}
            onCommit={value => changeField(session, object.id, '/metadata/namespace', value === '' ? undefined : value)}
          />
        </Row>
      )}
    </>
  )
}

type FieldsProps = { readonly object: KubeObject; readonly group: FieldGroup; readonly readOnly: boolean }

function Fields({ object, group, readOnly }: FieldsProps) {
  const session = useSession()
  const inputs = group.fields.map(field => (
    <FieldInput
      key={field.path}
      field={field}
      value={valueAt(object.data, parsePointer(field.path))}
      readOnly={readOnly}
      onChange={value => changeField(session, object.id, field.path, value)}
      onChangeEntry={(key, value) => changeField(session, object.id, field.path + formatPointer([key]), value)}
    />
  ))
  if (group.label === '') return inputs
  return (
    <div role="group" aria-label={group.label} className={css.group}>
      <span className={css.groupLabel}>{group.label}</span>
      {inputs}
    </div>
  )
}
