import { useMemo, useRef, useState } from 'react'
import type { DragEvent, KeyboardEvent } from 'react'
import { families } from '../../shared/kinds/families'
import type { Family, KindRow } from '../../shared/kinds/kind-row'
import { starterKinds } from '../../shared/kinds/kinds'
import { searchKinds } from '../../shared/kinds/search-kinds'
import { KIND_DRAG_TYPE, printKindDrag } from '../canvas/canvas-props'
import { addKind } from '../store/edits'
import { useSession } from '../store/session'
import { toggled } from '../store/view'
import { classes } from '../ui/classes'
import { Field } from '../ui/field'
import { Icon } from '../ui/icon'
import css from './kinds-list.module.css'

/**
 * The kinds to draw with, by family. Drag one onto the canvas, or choose it with the arrows and add it with Enter. The
 * focus may stay in the search field: the arrows work there as well.
 */
export function KindsList() {
  const session = useSession()
  const [words, setWords] = useState('')
  const [folded, setFolded] = useState<ReadonlySet<Family>>(new Set())
  const [activeKey, setActive] = useState<string | null>(null)
  const list = useRef<HTMLDivElement>(null)

  const groups = useMemo(() => groupKinds(words), [words])
  const isFolded = (family: Family) => words === '' && folded.has(family)
  const visible = groups.flatMap(group => (isFolded(group.family) ? [] : group.kinds))
  const activeAt = visible.findIndex(kind => keyOf(kind) === activeKey)
  const active = visible[activeAt] ?? (words === '' ? undefined : visible[0])

  const move = (to: number) => {
    const kind = visible[Math.max(0, Math.min(visible.length - 1, to))]
    if (!kind) return
    setActive(keyOf(kind))
    list.current?.querySelector(`[id="${optionId(kind)}"]`)?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const inField = event.target instanceof HTMLInputElement
    if (event.key === 'ArrowDown') move(activeAt + 1)
    else if (event.key === 'ArrowUp') move(activeAt - 1)
    else if (event.key === 'Enter' && active) addKind(session, active)
    else if (event.key === 'ArrowLeft' && !inField && active) setFolded(new Set([...folded, active.family]))
    else if (event.key === 'ArrowRight' && !inField) setFolded(new Set())
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
        {groups.map(({ family, label, kinds }) => (
          <div key={family} role="group" aria-label={label}>
            <FamilyHead
              label={label}
              count={kinds.length}
              isFolded={isFolded(family)}
              onToggle={() => setFolded(toggled(folded, family))}
            />
            {!isFolded(family) &&
              kinds.map(kind => (
                <KindOption
                  key={keyOf(kind)}
                  kind={kind}
                  isActive={kind === active}
                  onPick={() => setActive(keyOf(kind))}
                  onAdd={() => addKind(session, kind)}
                />
              ))}
          </div>
        ))}
      </div>
      {visible.length === 0 && <p className={css.none}>No kind fits. Any other kind can be typed as YAML.</p>}
    </div>
  )
}

/** For the mouse only: in the list, Left folds the family and Right unfolds all. A listbox may hold nothing but options. */
function FamilyHead(props: { label: string; count: number; isFolded: boolean; onToggle: () => void }) {
  return (
    <div className={css.head} aria-hidden="true" onClick={props.onToggle}>
      <Icon name={props.isFolded ? 'i-chevron-right' : 'i-chevron-down'} size="s" />
      <span>{props.label}</span>
      <span className={css.count}>{props.count}</span>
    </div>
  )
}

type KindOptionProps = {
  readonly kind: KindRow
  readonly isActive: boolean
  readonly onPick: () => void
  readonly onAdd: () => void
}

function KindOption({ kind, isActive, onPick, onAdd }: KindOptionProps) {
  const onDragStart = (event: DragEvent) => {
    event.dataTransfer.setData(KIND_DRAG_TYPE, printKindDrag({ group: kind.group, kind: kind.kind }))
    event.dataTransfer.effectAllowed = 'copy'
  }
  return (
    <div
      id={optionId(kind)}
      role="option"
      aria-selected={isActive}
      aria-label={kind.kind}
      draggable
      className={classes(css.option, isActive && css.active)}
      onDragStart={onDragStart}
      onClick={onPick}
      onDoubleClick={onAdd}
    >
      <Icon name={kind.icon} family={kind.family} />
      <span className={css.name}>{kind.kind}</span>
    </div>
  )
}

type KindGroup = { readonly family: Family; readonly label: string; readonly kinds: readonly KindRow[] }

/** By family as the palette shows them; while searching, families with the best finds first. */
function groupKinds(words: string): readonly KindGroup[] {
  const kinds = words.trim() === '' ? starterKinds() : searchKinds(words).filter(kind => kind.starter !== null)
  const groups = families.map(({ family, label }) => ({
    family,
    label,
    kinds: kinds.filter(kind => kind.family === family),
  }))
  const found = groups.filter(group => group.kinds.length > 0)
  const rank = (group: KindGroup) => (group.kinds[0] ? kinds.indexOf(group.kinds[0]) : kinds.length)
  return words.trim() === '' ? found : found.toSorted((a, b) => rank(a) - rank(b))
}

function keyOf(kind: KindRow): string {
  return `${kind.group}/${kind.kind}`
}

function optionId(kind: KindRow): string {
  return `kind-${kind.group}-${kind.kind}`
}
