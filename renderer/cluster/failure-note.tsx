import type { ReactNode } from 'react'
import type { Failure } from '../store/cluster/ask'
import { classes } from '../ui/classes'
import { Icon } from '../ui/icon'
import css from './cluster.module.css'

type NoteProps = { readonly tone?: 'info' | 'warning' | 'error'; readonly children: ReactNode; readonly icon?: string }

/** A few sentences that stand out from what is around them. */
export function Note({ tone = 'info', icon = `i-${tone}`, children }: NoteProps) {
  return (
    <div className={classes(css.note, tone === 'warning' && css.warning, tone === 'error' && css.error)}>
      <Icon name={icon} />
      <div className={css.words}>{children}</div>
    </div>
  )
}

/** What is missing on this machine is no error: a person without kubectl has done nothing wrong. */
const CALM = new Set(['no-kubectl', 'no-context', 'cancelled'])

type FailureNoteProps = { readonly failure: Failure; readonly children?: ReactNode }

/** Why a cluster could not be asked, and what to try; `children` are the verbs that may help. */
export function FailureNote({ failure, children }: FailureNoteProps) {
  return (
    <div role={CALM.has(failure.code) ? 'status' : 'alert'}>
      <Note tone={CALM.has(failure.code) ? 'info' : 'error'}>
        <p>{failure.message}</p>
        {children && <p>{children}</p>}
      </Note>
    </div>
  )
}

type LinkProps = { readonly onClick: () => void; readonly children: ReactNode }

/** A verb in a sentence. */
export function LinkButton({ onClick, children }: LinkProps) {
  return (
    <button type="button" className={css.link} onClick={onClick}>
      {children}
    </button>
  )
}
