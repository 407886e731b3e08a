import { useEffect, useState } from 'react'
import type { Failure } from '../store/cluster/ask'
import { askCluster, cancelTask, newTask } from '../store/cluster/ask'
import { useSession } from '../store/session'

/** Which log, and how much of it. */
export type LogOf = {
  readonly context: string
  readonly namespace: string
  readonly pod: string
  readonly container: string | null
  readonly previous: boolean
  readonly follow: boolean
}

export type Log = { readonly text: string; readonly isOpen: boolean; readonly failure: Failure | null }

/** The lines that a log begins with, and the characters that are kept of one that goes on and on. */
const TAIL = 500
const MOST = 500_000
const NOTHING: Log = { text: '', isOpen: true, failure: null }

/** A log as it comes, until the part that shows it is gone. Another log is for another part (its `key`). */
export function useLog({ context, namespace, pod, container, previous, follow }: LogOf): Log {
  const session = useSession()
  const [log, setLog] = useState<Log>(NOTHING)
  useEffect(() => {
    const task = newTask()
    const stops = [
      session.host.listen('cluster:log', notice => {
        if (notice.task === task) setLog(before => ({ ...before, text: (before.text + notice.text).slice(-MOST) }))
      }),
      session.host.listen('cluster:log-end', notice => {
        if (notice.task === task) setLog(before => ({ ...before, isOpen: false, failure: notice.failure }))
      }),
    ]
    const question = { task, context, namespace, pod, container, previous, follow, tail: TAIL }
    void askCluster(session, 'cluster:logs', question).then(answered => {
      if (!answered.ok) setLog(before => ({ ...before, isOpen: false, failure: answered.failure }))
    })
    return () => {
      for (const stop of stops) stop()
      cancelTask(session, task)
    }
  }, [session, context, namespace, pod, container, previous, follow])
  return log
}
