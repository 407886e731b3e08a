import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { Icon } from '../ui/icon'
import { Described } from './form/field-row'
import css from './inspector.module.css'

type SectionProps = {
  readonly title: string
  readonly headId?: string
  /** A word about what is in it, while it is folded. */
  readonly summary?: string
  /** What it is for, when the pointer rests on its heading. */
  readonly help?: string | undefined
  /** Controls at the end of the head. */
  readonly actions?: ReactNode
  readonly startsFolded?: boolean
  readonly children: ReactNode
}

/** A part of the inspector that folds. Its heading is its name. */
export function Section({ title, headId, summary, help, actions, startsFolded = false, children }: SectionProps) {
  const [open, setOpen] = useState(!startsFolded)
  const id = useId()
  return (
    <section className={css.section}>
      <div className={css.sectionHead}>
        <h2>
          <Described by={help}>
            <button
              type="button"
              id={headId}
              className={css.sectionFold}
              aria-expanded={open}
              aria-controls={id}
              onClick={() => setOpen(!open)}
            >
              <Icon name={open ? 'i-chevron-down' : 'i-chevron-right'} size="s" />
              {title}
            </button>
          </Described>
        </h2>
        {!open && summary !== undefined && <span className={css.summary}>{summary}</span>}
        {actions}
      </div>
      {open && (
        <div id={id} className={css.sectionBody}>
          {children}
        </div>
      )}
    </section>
  )
}

type RowProps = {
  readonly label: string
  readonly htmlFor: string
  readonly complaint?: string | null
  readonly children: ReactNode
}

/** A label and what it labels; below, what is wrong with it. */
export function Row({ label, htmlFor, complaint = null, children }: RowProps) {
  return (
    <div className={css.row}>
      <label className={css.label} title={label} htmlFor={htmlFor}>
        {label}
      </label>
      <div className={css.control}>{children}</div>
      {complaint !== null && (
        <p id={`${htmlFor}-complaint`} className={css.complaint}>
          {complaint}
        </p>
      )}
    </div>
  )
}
