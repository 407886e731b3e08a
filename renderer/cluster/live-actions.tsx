import { useState } from 'react'
import type { FormEvent } from 'react'
import { valueAt, textAt } from '../../shared/yaml/plain'
import { commandLine } from '../../shared/cluster/command-line'
import { act } from '../store/cluster/act'
import { askCluster } from '../store/cluster/ask'
import { liveObject, livePods } from '../store/cluster/live'
import { copyText } from '../store/clipboard'
import { titleOf } from '../store/naming'
import { useApp, useSession } from '../store/session'
import { showToast } from '../store/toasts'
import { Button, IconButton } from '../ui/button'
import { Field } from '../ui/field'
import type { TabProps } from './live-drawer'
import css from './live-drawer.module.css'

/** Kinds whose pods a rollout makes anew, and those whose number of pods is a field. */
const ROLLS = new Set(['Deployment', 'StatefulSet', 'DaemonSet'])
const SCALES = new Set(['Deployment', 'StatefulSet', 'ReplicaSet', 'ReplicationController'])

/** What can be done to a running object, by its kind. */
export function LiveActions({ object, of }: Omit<TabProps, 'context'>) {
  const session = useSession()
  useApp(state => state.cluster.live?.version)
  const live = liveObject(session, object)
  const title = titleOf(object)
  const isPaused = valueAt(live ?? {}, ['spec', 'paused']) === true
  return (
    <div className={css.actions}>
      {ROLLS.has(object.kind) && (
        <>
          <Button size="s" onClick={() => void act(session, of, { type: 'restart' }, `Restart ${title}`)}>
            Restart
          </Button>
          <Button
            size="s"
            onClick={() => void act(session, of, { type: 'roll-back', revision: null }, `Undo the rollout of ${title}`)}
          >
            Undo rollout
          </Button>
        </>
      )}
      {object.kind === 'Deployment' && (
        <Button
          size="s"
          onClick={() =>
            void act(
              session,
              of,
              { type: isPaused ? 'resume' : 'pause' },
              `${isPaused ? 'Resume' : 'Pause'} the rollout of ${title}`,
            )
          }
        >
          {isPaused ? 'Resume' : 'Pause'}
        </Button>
      )}
      {SCALES.has(object.kind) && <Scale object={object} of={of} />}
      <Shell object={object} of={of} />
    </div>
  )
}

function Scale({ object, of }: Omit<TabProps, 'context'>) {
  const session = useSession()
  const [count, setCount] = useState('')
  const scale = (event: FormEvent) => {
    event.preventDefault()
    void act(session, of, { type: 'scale', replicas: Number(count) }, `Scale ${titleOf(object)} to ${count}`)
    setCount('')
  }
  return (
    <form className={css.actions} onSubmit={scale}>
      <Field
        size="s"
        className={css.small}
        aria-label="Replicas on the cluster"
        placeholder="replicas"
        inputMode="numeric"
        value={count}
        onChange={event => setCount(event.target.value)}
      />
      <Button size="s" type="submit" disabled={!/^\d{1,5}$/.test(count)}>
        Scale
      </Button>
    </form>
  )
}

/** A shell in the first pod: in the system's terminal, or as a command on the clipboard. */
function Shell({ object }: Omit<TabProps, 'context'>) {
  const session = useSession()
  const context = useApp(state => state.cluster.chosen?.context ?? '')
  const [pod] = livePods(session, object)
  if (!pod) return null
  const open = async () => {
    const answered = await askCluster(session, 'cluster:shell', {
      context,
      namespace: textAt(pod, 'metadata', 'namespace') ?? 'default',
      pod: textAt(pod, 'metadata', 'name') ?? '',
      container: null,
    })
    if (!answered.ok) return showToast(session, { tone: 'error', title: 'No shell', text: answered.failure.message })
    const line = commandLine(answered.value.command)
    const action = { label: 'Copy', run: () => void copyText(session, line, 'Copied the command') }
    const title = answered.value.opened ? 'A terminal was opened' : 'No terminal could be opened: run it in yours'
    showToast(session, { tone: 'info', title, text: line, action })
  }
  return <IconButton icon="i-terminal" label="Shell in a container" size="s" onClick={() => void open()} />
}
