import { useEffect, useRef, useState } from 'react'
import { listAt, textAt } from '../../shared/yaml/plain'
import type { PlainMap } from '../../shared/yaml/plain'
import { livePods } from '../store/cluster/live'
import { useApp, useSession } from '../store/session'
import { Choice, Field, Switch } from '../ui/field'
import { FailureNote } from './failure-note'
import type { TabProps } from './live-drawer'
import css from './live-drawer.module.css'
import { useLog } from './use-log'
import type { LogOf } from './use-log'

/** The log of one container of one of the object's pods. */
export function LogsTab({ object, context }: TabProps) {
  const session = useSession()
  useApp(state => state.cluster.live?.version)
  const pods = livePods(session, object)
  const [podName, setPodName] = useState<string | null>(null)
  const [containerName, setContainerName] = useState<string | null>(null)
  const [previous, setPrevious] = useState(false)
  const [follow, setFollow] = useState(true)
  const [words, setWords] = useState('')
  const pod = pods.find(each => nameOf(each) === podName) ?? pods[0]
  if (!pod)
    return <p className={css.none}>It has no pod now. Logs are of pods, and pods are known while it is watched.</p>
  const containers = containersIn(pod)
  const container = containers.find(each => each === containerName) ?? containers[0] ?? null
  return (
    <div className={css.logs}>
      <div className={css.tools}>
        <Choice
          size="s"
          className={css.pick}
          aria-label="Pod"
          value={nameOf(pod)}
          onChange={event => setPodName(event.target.value)}
        >
          {pods.map(each => (
            <option key={nameOf(each)}>{nameOf(each)}</option>
          ))}
        </Choice>
        <Choice
          size="s"
          className={css.pick}
          aria-label="Container"
          value={container ?? ''}
          onChange={event => setContainerName(event.target.value)}
        >
          {containers.map(each => (
            <option key={each}>{each}</option>
          ))}
        </Choice>
        <label>
          <Switch on={follow} label="Follow" onChange={setFollow} />
          Follow
        </label>
        <label>
          <Switch on={previous} label="Before the last restart" onChange={setPrevious} />
          Before the last restart
        </label>
        <Field
          size="s"
          quiet
          icon="i-search"
          className={css.find}
          placeholder="Find in the log"
          aria-label="Find in the log"
          value={words}
          onChange={event => setWords(event.target.value)}
        />
      </div>
      <LogText
        key={`${nameOf(pod)} ${container} ${previous} ${follow}`}
        of={{
          context,
          namespace: textAt(pod, 'metadata', 'namespace') ?? 'default',
          pod: nameOf(pod),
          container,
          previous,
          follow: follow && !previous,
        }}
        words={words}
      />
    </div>
  )
}

function LogText({ of, words }: { readonly of: LogOf; readonly words: string }) {
  const { text, isOpen, failure } = useLog(of)
  const scroller = useRef<HTMLDivElement>(null)
  const shown = words === '' ? text : linesWith(text, words)
  useEffect(() => {
    const element = scroller.current
    if (element && of.follow) element.scrollTop = element.scrollHeight
  }, [shown, of.follow])
  return (
    <div ref={scroller} className={css.scroller} tabIndex={0} role="region" aria-label="Log">
      {failure && <FailureNote failure={failure} />}
      <pre className={css.log}>{shown}</pre>
      {text === '' && !failure && <p className={css.muted}>{isOpen ? 'Nothing yet.' : 'The log is empty.'}</p>}
    </div>
  )
}

function linesWith(text: string, words: string): string {
  const wanted = words.toLowerCase()
  return text
    .split('\n')
    .filter(line => line.toLowerCase().includes(wanted))
    .join('\n')
}

function containersIn(pod: PlainMap): readonly string[] {
  return ['containers', 'initContainers', 'ephemeralContainers'].flatMap(list =>
    listAt(pod, 'spec', list).flatMap(container => textAt(container, 'name') ?? []),
  )
}

function nameOf(pod: PlainMap): string {
  return textAt(pod, 'metadata', 'name') ?? ''
}
