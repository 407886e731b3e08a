import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import type { ReactNode } from 'react'
import css from './plan.module.css'

type VirtualListProps<T> = {
  readonly label: string
  readonly items: readonly T[]
  readonly keyOf: (item: T) => string
  readonly children: (item: T) => ReactNode
}

const ROW_HEIGHT = 33

/** A list of any length whose rows may open: only what is in view is in the page, and rows are measured as they come. */
export function VirtualList<T>({ label, items, keyOf, children }: VirtualListProps<T>) {
  const scroller = useRef<HTMLDivElement>(null)
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions are only called while this component renders
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: n => keyOf(items[n]!),
    overscan: 8,
    initialRect: { width: 700, height: 420 },
  })
  return (
    <div ref={scroller} className={css.scroller} tabIndex={0}>
      <div role="list" aria-label={label} className={css.list} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => (
          <div
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            role="listitem"
            aria-posinset={index + 1}
            aria-setsize={items.length}
            className={css.item}
            style={{ transform: `translateY(${start}px)` }}
          >
            {children(items[index]!)}
          </div>
        ))}
      </div>
    </div>
  )
}
