import { useCallback } from 'react'
import { askCluster } from '../store/cluster/ask'
import { useSession } from '../store/session'
import { FailureNote } from './failure-note'
import type { TabProps } from './live-drawer'
import css from './live-drawer.module.css'
import { useAsked } from './use-asked'

/** What `kubectl describe` says. */
export function DescribeTab({ of, context }: TabProps) {
  const session = useSession()
  const { apiVersion, kind, namespace, name } = of
  const ask = useCallback(
    () => askCluster(session, 'cluster:describe', { context, ref: { apiVersion, kind, namespace, name } }),
    [session, context, apiVersion, kind, namespace, name],
  )
  const described = useAsked(ask)
  if (!described) return <p className={css.none}>Asking.</p>
  if (!described.ok) return <FailureNote failure={described.failure} />
  return (
    <div className={css.scroller} tabIndex={0} role="region" aria-label="Description of the object">
      <pre className={css.text}>{described.value.text}</pre>
    </div>
  )
}
