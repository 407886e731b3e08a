import type { ClusterRef } from '../../../shared/cluster/cluster-ref'
import type { ClusterEvent, LiveAction, LogQuestion } from '../../../shared/cluster/live-notices'
import { parseExactJson } from '../../../shared/yaml/exact-json'
import { listAt, mapAt, textAt, valueAt } from '../../../shared/yaml/plain'
import type { PlainValue } from '../../../shared/yaml/plain'
import type { KubectlError } from './kubectl-error'
import type { Door } from './objects'

/** What `kubectl describe` prints. It keeps the values of secrets to itself. */
export async function describeObject(door: Door, ref: ClusterRef): Promise<string> {
  const { stdout } = await door.kubectl.run([...at(door, ref.namespace), 'describe', objectWord(ref)])
  return stdout
}

/** The events about one object, the newest first. */
export async function eventsOf(door: Door, ref: ClusterRef): Promise<readonly ClusterEvent[]> {
  const about = `involvedObject.kind=${selectorValue(ref.kind)},involvedObject.name=${selectorValue(ref.name)}`
  // Events about what is in no namespace are kept in `default`.
  const args = [...at(door, ref.namespace ?? 'default'), 'get', 'events', `--field-selector=${about}`, '-o', 'json']
  const { stdout } = await door.kubectl.run(args)
  return listAt(parseExactJson(stdout), 'items')
    .map(eventFrom)
    .toSorted((a, b) => b.at.localeCompare(a.at))
}

/** The command for an action on a running object. */
export function actionArgs(door: Door, ref: ClusterRef, action: LiveAction): readonly string[] {
  const on = [...at(door, ref.namespace)]
  switch (action.type) {
    case 'restart':
    case 'pause':
    case 'resume':
      return [...on, 'rollout', action.type, objectWord(ref)]
    case 'roll-back':
      return [
        ...on,
        'rollout',
        'undo',
        objectWord(ref),
        ...(action.revision === null ? [] : [`--to-revision=${action.revision}`]),
      ]
    case 'scale':
      return [...on, 'scale', objectWord(ref), `--replicas=${action.replicas}`]
  }
}

/** Tells of a container's log until it ends, or `signal` ends it. Settles with the failure that broke it off, or null. */
export function followLog(
  door: Door,
  { namespace, pod, container, previous, follow, tail }: LogQuestion,
  onText: (text: string) => void,
  signal: AbortSignal,
): Promise<KubectlError | null> {
  const args = [
    ...at(door, namespace),
    'logs',
    `pod/${pod}`,
    ...(container === null ? [] : [`--container=${container}`]),
    ...(previous ? ['--previous'] : []),
    ...(follow ? ['--follow'] : []),
    ...(tail === null ? [] : [`--tail=${tail}`]),
  ]
  return door.kubectl.stream(args, { signal, onText })
}

/** `deployment.v1.apps/web`: an object for kubectl, without a doubt about its group. */
export function objectWord({ apiVersion, kind, name }: ClusterRef): string {
  const [group, version] = apiVersion.split('/')
  const word = kind.toLowerCase()
  return version === undefined ? `${word}/${name}` : `${word}.${version}.${group}/${name}`
}

/** The context and the namespace of a command. */
export function at({ context }: Door, namespace: string | null): readonly string[] {
  return ['--context', context, ...(namespace === null ? [] : [`--namespace=${namespace}`])]
}

function selectorValue(value: string): string {
  return value.replaceAll(/[\\,=]/g, '\\$&')
}

function eventFrom(event: PlainValue): ClusterEvent {
  const series = mapAt(event, 'series')
  const count = valueAt(series, ['count']) ?? valueAt(event, ['count'])
  const last = ['lastTimestamp', 'eventTime', 'firstTimestamp'].map(key => textAt(event, key))
  return {
    type: textAt(event, 'type') === 'Warning' ? 'Warning' : 'Normal',
    reason: textAt(event, 'reason') ?? '',
    message: textAt(event, 'message') ?? '',
    count: typeof count === 'number' ? count : 1,
    at: [textAt(series, 'lastObservedTime'), ...last].find(time => time !== null && time !== '') ?? '',
    by: textAt(event, 'reportingComponent') || (textAt(event, 'source', 'component') ?? ''),
  }
}
