import { useMemo, useRef, useState } from 'react'
import type { DragEvent, KeyboardEvent } from 'react'
import { NO_CUSTOM_KINDS } from '../../shared/kinds/custom-kinds'
import type { KindRow } from '../../shared/kinds/kind-row'
import { KIND_DRAG_TYPE, kindDragType, printKindDrag } from '../canvas/canvas-props'
import { addKind } from '../store/edits'
import { addPattern } from '../store/patterns'
import { useApp, useSession } from '../store/session'
import type { Session } from '../store/session'
import type { View } from '../store/state'
import { isPanelOn, setPanel } from '../store/view'
import { classes } from '../ui/classes'
import { Field } from '../ui/field'
import { Hint } from '../ui/hint'
import { Icon } from '../ui/icon'
import css from './kinds-list.module.css'
import { entriesOf, paletteGroups } from './palette-groups'
import type { PaletteEntry, PaletteGroup } from './palette-groups'

/**
 * The kinds to draw with, by family, and patterns of several. Drag a kind onto the canvas, or choose with the arrows and
 * add with Enter. The focus may stay in the search field: the arrows work there as well.
 */
export function KindsList() {
  const session = useSession()
  const [words, setWords] = useState('')
  const [activeKey, setActive] = useState<string | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const view = useApp(state => state.view)

  const custom = useApp(state => state.open?.design.customKinds ?? NO_CUSTOM_KINDS)
  const groups = useMemo(() => paletteGroups(words, custom.rows), [words, custom])
  const folded = (group: PaletteGroup) => words === '' && isFolded(view, group)
  const visible = groups.flatMap(group => (folded(group) ? [] : group.entries))
  const activeAt = visible.findIndex(entry => entry.key === activeKey)
  const active = visible[activeAt] ?? (words === '' ? undefined : visible[0])

  const move = (to: number) => {
    const entry = visible[Math.max(0, Math.min(visible.length - 1, to))]
    if (!entry) return
    setActive(entry.key)
    list.current?.querySelector(`[id="${optionId(entry)}"]`)?.scrollIntoView({ block: 'nearest' })
  }
  const fold = (group: PaletteGroup | undefined, on: boolean) => {
    if (group) setPanel(session, foldName(group), on)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLButtonElement) return
    const inField = event.target instanceof HTMLInputElement
    const activeGroup = groups.find(group => active && group.entries.includes(active))
    if (event.key === 'ArrowDown') move(activeAt + 1)
    else if (event.key === 'ArrowUp') move(activeAt - 1)
    else if (event.key === 'Enter' && active) add(session, active)
    else if (event.key === 'ArrowLeft' && !inField) fold(activeGroup, true)
    else if (event.key === 'ArrowRight' && !inField) groups.forEach(group => fold(group, false))
    else return
    event.preventDefault()
  }

  return (
    <div className={css.palette} onKeyDown={onKeyDown}>
      <div className={css.search}>
        <Field
          size="s"
          quiet
          icon="i-search"
          type="search"
          placeholder="Find a kind"
          aria-label="Find a kind"
          aria-controls="kinds"
          aria-activedescendant={active ? optionId(active) : undefined}
          value={words}
          onChange={event => {
            setWords(event.target.value)
            setActive(null)
          }}
        />
      </div>
      {words === '' && <LastAdded custom={custom.rows} />}
      <div
        ref={list}
        id="kinds"
        className={css.kinds}
        role="listbox"
        aria-label="Kinds"
        tabIndex={0}
        aria-activedescendant={active ? optionId(active) : undefined}
        onFocus={() => active ?? move(0)}
      >
        {groups.map(group => (
          <div key={group.id} role="group" aria-label={group.label}>
            <GroupHead
              label={group.label}
              count={group.entries.length}
              isFolded={folded(group)}
              onToggle={() => fold(group, !folded(group))}
            />
            {!folded(group) &&
              group.entries.map(entry => (
                <Option
                  key={entry.key}
                  entry={entry}
                  isActive={entry === active}
                  onPick={() => setActive(entry.key)}
                  onAdd={() => add(session, entry)}
                />
              ))}
          </div>
        ))}
      </div>
      {visible.length === 0 && <p className={css.none}>No kind fits. Any other kind can be typed as YAML.</p>}
    </div>
  )
}

/** For the mouse only: in the list, Left folds the group and Right unfolds all. A listbox may hold nothing but options. */
function GroupHead(props: { label: string; count: number; isFolded: boolean; onToggle: () => void }) {
  return (
    <div className={css.head} aria-hidden="true" onClick={props.onToggle}>
      <Icon name={props.isFolded ? 'i-chevron-right' : 'i-chevron-down'} size="s" />
      <span>{props.label}</span>
      <span className={css.count}>{props.count}</span>
    </div>
  )
}

type OptionProps = {
  readonly entry: PaletteEntry
  readonly isActive: boolean
  readonly onPick: () => void
  readonly onAdd: () => void
}

function Option({ entry, isActive, onPick, onAdd }: OptionProps) {
  return (
    <div
      id={optionId(entry)}
      role="option"
      aria-selected={isActive}
      aria-label={entry.label}
      {...(entry.type === 'pattern' ? { title: entry.pattern.description } : {})}
      className={classes(css.option, isActive && css.active)}
      {...dragOf(entry)}
      onClick={onPick}
      onDoubleClick={onAdd}
    >
      <EntryIcon entry={entry} />
      <span className={css.name}>{entry.label}</span>
    </div>
  )
}

/** What was added last, to be added or dragged again. They are buttons: each kind is an option of the list once. */
function LastAdded({ custom }: { readonly custom: readonly KindRow[] }) {
  const session = useSession()
  const keys = useApp(state => state.view.lastAdded)
  const entries = useMemo(() => entriesOf(keys, custom).slice(0, LAST_SHOWN), [keys, custom])
  if (entries.length === 0) return null
  return (
    <div role="group" aria-label="Added last" className={css.last}>
      {entries.map(entry => (
        <Hint key={entry.key} says={`Add ${entry.label}`}>
          <button
            type="button"
            aria-label={`Add ${entry.label}`}
            className={css.again}
            onClick={() => add(session, entry)}
            {...dragOf(entry)}
          >
            <EntryIcon entry={entry} />
          </button>
        </Hint>
      ))}
    </div>
  )
}

/** As many as stand beside each other in the narrowest rail. */
const LAST_SHOWN = 6

function EntryIcon({ entry }: { readonly entry: PaletteEntry }) {
  if (entry.type === 'pattern') return <Icon name={entry.pattern.icon} />
  return <Icon name={entry.kind.icon} family={entry.kind.family} />
}

/** Kinds are dragged onto the canvas; a pattern of several objects has no one place to be dropped at. */
function dragOf(entry: PaletteEntry) {
  if (entry.type === 'pattern') return {}
  const { group, kind } = entry.kind
  const onDragStart = ({ dataTransfer }: DragEvent) => {
    dataTransfer.setData(KIND_DRAG_TYPE, printKindDrag({ group, kind }))
    dataTransfer.setData(kindDragType({ group, kind }), kind)
    dataTransfer.effectAllowed = 'copy'
  }
  return { draggable: true, onDragStart }
}

function add(session: Session, entry: PaletteEntry): void {
  if (entry.type === 'kind') addKind(session, entry.kind)
  else addPattern(session, entry.pattern)
}

/** Remembered for each group. Kinds are open at first, so that every one is found; patterns wait for who wants them. */
function isFolded(view: View, group: PaletteGroup): boolean {
  return isPanelOn(view, foldName(group), group.id === 'patterns')
}

function foldName(group: PaletteGroup): string {
  return `fold-${group.id}`
}

function optionId(entry: PaletteEntry): string {
  return `kind-${entry.key}`
}
