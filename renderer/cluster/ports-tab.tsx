import { useState } from 'react'
import type { FormEvent } from 'react'
import { portsOf } from '../../shared/cluster/ports-of'
import { askCluster, newTask } from '../store/cluster/ask'
import type { Failure } from '../store/cluster/ask'
import { useApp, useSession } from '../store/session'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { FailureNote } from './failure-note'
import type { TabProps } from './live-drawer'
import css from './live-drawer.module.css'

/** Ports of the object on this machine: opened, listed, stopped. They end with the window. */
export function PortsTab({ object, of, context }: TabProps) {
  const session = useSession()
  const forwards = useApp(state => state.cluster.forwards)
  const [remote, setRemote] = useState(() => String(portsOf(object.data)[0] ?? ''))
  const [local, setLocal] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const open = async (event: FormEvent) => {
    event.preventDefault()
    setFailure(null)
    const answered = await askCluster(session, 'cluster:forward', {
      id: newTask(),
      context,
      ref: of,
      remotePort: Number(remote),
      localPort: Number(local),
    })
    if (!answered.ok) setFailure(answered.failure)
  }
  return (
    <div className={css.scroller} tabIndex={0} role="region" aria-label="Ports">
      <form className={css.actions} onSubmit={event => void open(event)}>
        <Field
          size="s"
          className={css.small}
          aria-label="Port in the cluster"
          placeholder="port"
          inputMode="numeric"
          value={remote}
          onChange={event => setRemote(event.target.value)}
        />
        <span>to</span>
        <Field
          size="s"
          className={css.small}
          aria-label="Port on this machine"
          placeholder="any"
          inputMode="numeric"
          value={local}
          onChange={event => setLocal(event.target.value)}
        />
        <Button size="s" look="outline" type="submit" disabled={!isPort(remote) || !(local === '' || isPort(local))}>
          Forward
        </Button>
      </form>
      {failure && <FailureNote failure={failure} />}
      <ul className={css.forwards} aria-label="Forwarded ports">
        {forwards.map(forward => (
          <li key={forward.id} className={css.forward}>
            <span>
              {forward.ref.kind} {forward.ref.name}:{forward.remotePort} at 127.0.0.1:{forward.localPort}
            </span>
            {forward.failure && <span className={css.muted}>{forward.failure.message}</span>}
            <Button
              size="s"
              look="outline"
              onClick={() => void askCluster(session, 'cluster:unforward', { id: forward.id })}
            >
              {forward.failure ? 'Forget' : 'Stop'}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function isPort(text: string): boolean {
  const port = Number(text)
  return /^\d+$/.test(text) && port >= 1 && port <= 65535
}
