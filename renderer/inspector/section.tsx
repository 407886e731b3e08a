import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { Icon } from '../ui/icon'
import css from './inspector.module.css'

/** A part of the inspector that folds. Its heading is its name. */
export function Section({ title, summary, children }: { title: string; summary?: string; children: ReactNode }) {
  const [open, setOpen] = useState(true)
  const id = useId()
  return (
    <section className={css.section}>
      <h2>
        <button
          type="button"
          className={css.sectionHead}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          <Icon name={open ? 'i-chevron-down' : 'i-chevron-right'} size="s" />
          {title}
          {summary !== undefined && <span className={css.summary}>{summary}</span>}
        </button>
      </h2>
      {open && (
        <div id={id} className={css.sectionBody}>
          {children}
        </div>
      )}
    </section>
  )
}

/** A label and what it labels. */
export function Row({ label, htmlFor, children }: { label: string; htmlFor?: string; children: ReactNode }) {
  return (
    <div className={css.row}>
      {htmlFor === undefined ? (
        <span className={css.label} title={label}>
          {label}
        </span>
      ) : (
        <label className={css.label} title={label} htmlFor={htmlFor}>
          {label}
        </label>
      )}
      <div className={css.control}>{children}</div>
    </div>
  )
}
