import { useState } from 'react'
import { kindRow } from '../../shared/kinds/kinds'
import type { Problem } from '../../shared/checks/problem'
import type { Design } from '../../shared/workspace/design'
import type { KubeObject } from '../../shared/workspace/kube-object'
import { textAt } from '../../shared/yaml/plain'
import { LiveLine } from '../cluster/live-line'
import { changeField, tryRename } from '../store/edits'
import { goToProblem } from '../store/reveal'
import { useApp, useSession } from '../store/session'
import { DraftField, Field, useDraft } from '../ui/field'
import { IconButton } from '../ui/button'
import { Icon, KindTile } from '../ui/icon'
import { Menu, MenuRule } from '../ui/menu'
import { CommandItem } from '../window/command-button'
import css from './inspector.module.css'
import { ObjectForm } from './object-form'
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
  const row = design.customKinds.row(object.group, object.kind) ?? kindRow(object.group, object.kind)
  const readOnly = design.workspace.files.get(object.file)?.readOnly ?? null
  const problems = design.problemsByObject.get(object.id) ?? NO_PROBLEMS
  const relations = design.graph.relationsOf(object.id)
  const version = useApp(state => state.view.kubernetes)
  const [showsHelp, setShowsHelp] = useState(false)
  return (
    <>
      <header className={css.head}>
        <KindTile icon={row.icon} family={row.family} size="l" />
        <span className={css.title}>
          <span className={css.kind}>{object.kind}</span>
          <span className={css.name}>{object.name ?? 'no name'}</span>
        </span>
        <IconButton
          icon="i-question"
          label="Explain the fields"
          size="s"
          on={showsHelp}
          aria-pressed={showsHelp}
          onClick={() => setShowsHelp(!showsHelp)}
        />
        <ObjectMenu />
      </header>
      {readOnly !== null && <p className={css.note}>{readOnly}</p>}
      <LiveLine id={object.id} />
      <ProblemNotes problems={problems} />
      <ObjectForm
        object={object}
        custom={design.customKinds}
        version={version}
        row={row}
        readOnly={readOnly !== null}
        showsHelp={showsHelp}
      >
        <NameFields object={object} isNamespaced={row.scope === 'namespaced'} readOnly={readOnly !== null} />
      </ObjectForm>
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
      <CommandItem id="move-to-namespace" />
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

type NameFieldsProps = { readonly object: KubeObject; readonly isNamespaced: boolean; readonly readOnly: boolean }

/** Name and namespace are fields of every object; a name is changed together with every reference to it. */
function NameFields({ object, isNamespaced, readOnly }: NameFieldsProps) {
  const session = useSession()
  return (
    <>
      <NameField object={object} readOnly={readOnly} />
      {isNamespaced && (
        <Row label="namespace" htmlFor={`${object.id}-namespace`}>
          <DraftField
            id={`${object.id}-namespace`}
            value={textAt(object.data, 'metadata', 'namespace') ?? ''}
            placeholder={object.namespace ?? ''}
            disabled={readOnly}
            onCommit={value => {
              changeField(session, object.id, '/metadata/namespace', value === '' ? undefined : value)
            }}
          />
        </Row>
      )}
    </>
  )
}

/** The name: one that can't be stays as typed, with the reason. */
function NameField({ object, readOnly }: Omit<NameFieldsProps, 'isNamespaced'>) {
  const session = useSession()
  const { input, complaint } = useDraft(object.name ?? '', name => tryRename(session, object.id, name))
  const id = `${object.id}-name`
  return (
    <Row label="name" htmlFor={id} complaint={complaint}>
      <Field
        id={id}
        data-first
        disabled={readOnly}
        wrong={complaint !== null}
        aria-describedby={complaint === null ? undefined : `${id}-complaint`}
        {...input}
      />
    </Row>
  )
}
