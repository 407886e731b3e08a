import type { ReactNode } from 'react'
import { groupOf, kindRow } from '../../shared/kinds/kinds'
import type { ClusterRef } from '../../shared/cluster/cluster-ref'
import { refTitle } from '../store/cluster/plan-words'
import { Icon } from '../ui/icon'
import css from './plan.module.css'

type RefRowProps = {
  readonly of: ClusterRef
  /** The sign or glyph in front. */
  readonly before: ReactNode
  readonly end: ReactNode
  readonly tone?: 'error' | 'warning' | undefined
  /** Null: there is nothing to open. */
  readonly open: boolean | null
  readonly onToggle?: () => void
}

/** One object in a list of an apply: what is done to it, what it is, and what is to be known. */
export function RefRow({ of, before, end, tone, open, onToggle }: RefRowProps) {
  const { family, icon } = kindRow(groupOf(of.apiVersion), of.kind)
  const content = (
    <>
      {before}
      <Icon name={icon} family={family} />
      <span className={css.who}>
        {refTitle(of)} {of.namespace !== null && <span className={css.namespace}>in {of.namespace}</span>}
      </span>
      <span className={css.end} data-tone={tone}>
        {end}
      </span>
      {open === null ? <span /> : <Icon name={open ? 'i-chevron-down' : 'i-chevron-right'} size="s" />}
    </>
  )
  if (open === null) return <div className={css.row}>{content}</div>
  return (
    <button type="button" className={css.row} aria-expanded={open} onClick={onToggle}>
      {content}
    </button>
  )
}
