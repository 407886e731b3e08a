import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState } from 'react'
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react'
import { classes } from './classes'
import { Icon } from './icon'
import css from './tree.module.css'

/**
 * One row that isn't folded away. A branch says whether it is open; a leaf has null. A branch that is something itself
 * (`chooses`) is chosen like a leaf, and opened by its arrow or the keys.
 */
export type TreeRow = {
  readonly id: string
  readonly level: number
  readonly open: boolean | null
  readonly chooses?: boolean
}

/** A row in words (for assistive technology) and as it looks; made only for rows in view. */
export type TreeLook = { readonly label: string; readonly content: ReactNode }

type TreeProps<R extends TreeRow> = {
  readonly label: string
  /** In order. */
  readonly rows: readonly R[]
  readonly lookOf: (row: R) => TreeLook
  readonly selected: string | null
  readonly onChoose: (id: string) => void
  /** A branch is opened or closed. */
  readonly onToggle: (id: string) => void
  /** A menu was asked for at a row, with the pointer or the keyboard. */
  readonly onMenu?: (id: string, at: { readonly clientX: number; readonly clientY: number }) => void
  /** A key that the tree has no use for; answers whether it was one. */
  readonly onKey?: (id: string, key: string) => boolean
  readonly empty?: string
}

const ROW_HEIGHT = 26

/** A tree of any length: only the rows in view are in the page. Arrows move, Right and Left open and close. */
export function Tree<R extends TreeRow>(props: TreeProps<R>) {
  const { label, rows, lookOf, selected, onChoose, onToggle, onMenu, onKey, empty } = props
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState<string | null>(null)
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions are only called while this component renders
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
    getItemKey: n => rows[n]?.id ?? n,
  })
  const activeAt = Math.max(
    0,
    rows.findIndex(row => row.id === (active ?? selected)),
  )

  const focusRow = (n: number) => {
    const row = rows[n]
    if (!row) return
    setActive(row.id)
    virtual.scrollToIndex(n)
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-row="${n}"]`)?.focus())
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[activeAt]
    const step = stepOf(event.key, activeAt, rows.length)
    if (row && onKey?.(row.id, event.key)) return event.preventDefault()
    if (!row || (step === null && !['ArrowRight', 'ArrowLeft', 'Enter', ' '].includes(event.key))) return
    event.preventDefault()
    if (step !== null) return focusRow(step)
    if (event.key === 'ArrowRight' && row.open === false) onToggle(row.id)
    else if (event.key === 'ArrowRight' && row.open) focusRow(activeAt + 1)
    else if (event.key === 'ArrowLeft' && row.open) onToggle(row.id)
    else if (event.key === 'ArrowLeft') focusRow(parentOf(rows, activeAt))
    else if (event.key !== 'ArrowRight') choose(row)
  }
  const choose = (row: TreeRow) => {
    setActive(row.id)
    if (row.open === null || row.chooses) onChoose(row.id)
    else onToggle(row.id)
  }

  if (rows.length === 0 && empty !== undefined) return <p className={css.empty}>{empty}</p>
  return (
    <div ref={scroller} className={css.scroller} role="tree" aria-label={label} onKeyDown={onKeyDown}>
      <div role="presentation" className={css.rows} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(item => {
          const row = rows[item.index]
          return (
            row && (
              <TreeItem
                key={row.id}
                row={row}
                look={lookOf(row)}
                n={item.index}
                top={item.start}
                isSelected={row.id === selected}
                isActive={item.index === activeAt}
                onFocus={() => setActive(row.id)}
                onClick={() => choose(row)}
                onToggle={() => onToggle(row.id)}
                onMenu={
                  onMenu &&
                  (at => {
                    setActive(row.id)
                    onMenu(row.id, at)
                  })
                }
              />
            )
          )
        })}
      </div>
    </div>
  )
}

function stepOf(key: string, at: number, count: number): number | null {
  if (key === 'ArrowDown') return Math.min(count - 1, at + 1)
  if (key === 'ArrowUp') return Math.max(0, at - 1)
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return null
}

function parentOf(rows: readonly TreeRow[], at: number): number {
  const level = rows[at]?.level ?? 0
  for (let n = at - 1; n >= 0; n--) if ((rows[n]?.level ?? 0) < level) return n
  return at
}

type TreeItemProps = {
  readonly row: TreeRow
  readonly look: TreeLook
  readonly n: number
  readonly top: number
  readonly isSelected: boolean
  readonly isActive: boolean
  readonly onFocus: () => void
  readonly onClick: () => void
  readonly onToggle: () => void
  readonly onMenu: ((at: { readonly clientX: number; readonly clientY: number }) => void) | undefined
}

function TreeItem({ row, look, n, top, isSelected, isActive, onFocus, onClick, onToggle, onMenu }: TreeItemProps) {
  const openMenu = (event: MouseEvent<HTMLElement>) => {
    if (!onMenu) return
    event.preventDefault()
    // The keyboard asks for a menu without a place: it gets the row's.
    const { left, bottom } = event.currentTarget.getBoundingClientRect()
    onMenu(event.clientX > 0 ? event : { clientX: left + 24, clientY: bottom })
  }
  const toggle = (event: MouseEvent) => {
    event.stopPropagation()
    onToggle()
  }
  return (
    <div
      role="treeitem"
      aria-level={row.level + 1}
      aria-expanded={row.open ?? undefined}
      aria-selected={isSelected}
      aria-label={look.label}
      data-row={n}
      tabIndex={isActive ? 0 : -1}
      className={classes(css.row, isSelected && css.selected)}
      style={{ transform: `translateY(${top}px)`, paddingLeft: 8 + row.level * 18 }}
      onFocus={onFocus}
      onClick={onClick}
      onContextMenu={openMenu}
    >
      {row.open !== null && (
        <span className={css.arrow} onClick={toggle}>
          <Icon name={row.open ? 'i-chevron-down' : 'i-chevron-right'} size="s" />
        </span>
      )}
      {look.content}
    </div>
  )
}
