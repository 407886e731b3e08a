import type { ReactNode } from 'react'
import css from './live-drawer.module.css'

type LiveTableProps = {
  readonly caption: string
  readonly heads: readonly string[]
  /** Its rows. */
  readonly children: ReactNode
}

/** A table of the live drawer, with its caption and the heads of its columns. */
export function LiveTable({ caption, heads, children }: LiveTableProps) {
  return (
    <table className={css.table}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {heads.map(head => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}
