import { kindRow } from '../../shared/kinds/kinds'
import { markColours, type MarkColour, type NoteId } from '../../shared/workspace/layout-marks'
import type { MenuTarget, ScreenPoint } from '../canvas/canvas-props'
import { colourNote, keepNotes, lookAtNamespaces } from '../store/marks'
import { unwire } from '../store/refactor'
import { titleOf } from '../store/naming'
import { selectNamespace } from '../store/select-many'
import { useApp, useSession } from '../store/session'
import { closeDialog, setFilter } from '../store/view'
import { MenuItem, MenuRule, MenuSwatches, MenuTitle, PointMenu } from '../ui/menu'
import { CommandItem } from '../window/command-button'

/** What can be done with what was right-clicked: cards, an edge, or the empty canvas. */
export function ObjectMenu({ target, at }: { readonly target: MenuTarget; readonly at: ScreenPoint }) {
  const session = useSession()
  const workspace = useApp(state => state.open?.design.workspace ?? null)
  const { relation, objects } = target
  const [id] = objects
  const object = id === undefined ? null : (workspace?.object(id) ?? null)
  const namespace = target.namespace
  const note = target.note
  const label = object ? titleOf(object) : relation ? relation.says : (namespace ?? (note === null ? 'Canvas' : 'Note'))
  return (
    <PointMenu at={at} label={label} onClose={() => closeDialog(session)}>
      {relation && (
        <>
          <MenuTitle>{relation.says}</MenuTitle>
          <MenuItem icon="i-unlink" keys="Delete" danger onChoose={() => unwire(session, relation)}>
            Un-wire
          </MenuItem>
        </>
      )}
      {object && (
        <>
          <MenuTitle>{kindRow(object.group, object.kind).kind}</MenuTitle>
          <CommandItem id="connect" />
          <CommandItem id="rename-object" />
          <CommandItem id="move-to-namespace" />
          <CommandItem id="go-to-yaml" />
          <MenuRule />
          <CommandItem id="show-around" />
          <CommandItem id="select-connected" />
          <CommandItem id="select-kind" />
          <CommandItem id="add-frame" />
          <MenuRule />
          <CommandItem id="live-details" />
          <MenuRule />
          <CommandItem id="copy-yaml" />
          <CommandItem id="duplicate" />
          <CommandItem id="move-to-file" />
          <MenuRule />
          <CommandItem id="delete-objects" danger />
        </>
      )}
      {namespace !== null && <NamespaceItems namespace={namespace} />}
      {note !== null && <NoteItems note={note} />}
      {!object && !relation && namespace === null && note === null && (
        <>
          <CommandItem id="add-note" />
          <CommandItem id="commands" />
          <CommandItem id="paste-yaml" />
          <MenuRule />
          <CommandItem id="arrange" />
          <CommandItem id="fit" />
        </>
      )}
    </PointMenu>
  )
}

const NO_COLOUR = 'none'
const COLOURS = [
  { value: NO_COLOUR, label: 'No colour' },
  ...markColours.map(colour => ({ value: colour, label: `${colour[0]!.toUpperCase()}${colour.slice(1)}` })),
]

function colourOf(value: string): MarkColour | null {
  return markColours.find(colour => colour === value) ?? null
}

function NamespaceItems({ namespace }: { readonly namespace: string }) {
  const session = useSession()
  const look = useApp(state => state.open?.design.workspace.layout.marks.namespaces.get(namespace) ?? null)
  const isCollapsed = look?.isCollapsed ?? false
  return (
    <>
      <MenuTitle>Namespace {namespace}</MenuTitle>
      <MenuItem
        keys="G"
        onChoose={() => lookAtNamespaces(session, { namespaces: [namespace], isCollapsed: !isCollapsed })}
      >
        {isCollapsed ? 'Expand' : 'Collapse'}
      </MenuItem>
      <MenuItem onChoose={() => selectNamespace(session, namespace)}>Select all in it</MenuItem>
      <MenuItem icon="i-filter" onChoose={() => setFilter(session, { namespace })}>
        Show only this namespace
      </MenuItem>
      <MenuItem icon="i-arrange" onChoose={() => session.parts.canvas?.arrangeNamespace(namespace)}>
        Arrange
      </MenuItem>
      <MenuRule />
      <MenuSwatches
        value={look?.colour ?? NO_COLOUR}
        choices={COLOURS}
        onChange={value => lookAtNamespaces(session, { namespaces: [namespace], colour: colourOf(value) })}
      />
    </>
  )
}

function NoteItems({ note }: { readonly note: NoteId }) {
  const session = useSession()
  const colour = useApp(state => state.open?.design.workspace.layout.marks.notes.get(note)?.colour ?? null)
  return (
    <>
      <MenuItem icon="i-pencil" keys="F2" onChoose={() => session.parts.canvas?.editNote(note)}>
        Edit
      </MenuItem>
      <MenuRule />
      <MenuSwatches
        value={colour ?? NO_COLOUR}
        choices={COLOURS}
        onChange={value => colourNote(session, note, colourOf(value))}
      />
      <MenuRule />
      <MenuItem icon="i-trash" keys="Delete" danger onChoose={() => keepNotes(session, new Map([[note, null]]))}>
        Delete
      </MenuItem>
    </>
  )
}
