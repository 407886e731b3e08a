import { isMap, listAt, mapAt, textAt, type PlainMap } from '../../yaml/plain'
import { containersOf, type ContainerRole, type PodContainer } from '../containers'
import { imageWords, shortImageWords } from '../image-words'
import type { CardLine } from '../kind-row'
import { scheduleWords } from '../schedule-words'
import { counted, firstFew, joinedBy, joinedLine, line, MOST_LINES, scalarAsText } from './card-line'

const EN_SPACE = '\u2002'
const IN_TEMPLATE = ['spec', 'template', 'spec']
const CARD_ORDER: readonly ContainerRole[] = ['init', 'container', 'sidecar', 'ephemeral']

/** A workload that keeps a number of pods: containers, then "3 replicas · port 8080". */
export function replicatedLines(object: PlainMap): readonly CardLine[] {
  const podSpec = mapAt(object, ...IN_TEMPLATE)
  return underContainers(podSpec, joinedLine(replicaWords(object), portWords(podSpec)))
}

/** As above, and the storage that each pod claims: "Claim data · 20Gi". */
export function statefulSetLines(object: PlainMap): readonly CardLine[] {
  const podSpec = mapAt(object, ...IN_TEMPLATE)
  const claims = listAt(object, 'spec', 'volumeClaimTemplates').flatMap(claim => {
    const name = textAt(claim, 'metadata', 'name')
    const size = scalarAsText(mapAt(claim, 'spec', 'resources', 'requests')['storage'])
    return name === null ? [] : joinedLine(`Claim ${name}`, size)
  })
  return underContainers(podSpec, [...joinedLine(replicaWords(object), portWords(podSpec)), ...claims.slice(0, 2)])
}

/** A DaemonSet: containers, then the nodes that it runs on. */
export function daemonSetLines(object: PlainMap): readonly CardLine[] {
  const podSpec = mapAt(object, ...IN_TEMPLATE)
  return underContainers(podSpec, joinedLine(nodeWords(podSpec), firstFew(containerPorts(podSpec), 2)))
}

export function podLines(object: PlainMap): readonly CardLine[] {
  const podSpec = mapAt(object, 'spec')
  return underContainers(podSpec, joinedLine(restartWords(podSpec), portWords(podSpec)))
}

export function podTemplateLines(object: PlainMap): readonly CardLine[] {
  const podSpec = mapAt(object, 'template', 'spec')
  return underContainers(podSpec, joinedLine(portWords(podSpec)))
}

export function jobLines(object: PlainMap): readonly CardLine[] {
  const completions = scalarAsText(mapAt(object, 'spec')['completions'])
  const parallelism = scalarAsText(mapAt(object, 'spec')['parallelism'])
  return underContainers(
    mapAt(object, ...IN_TEMPLATE),
    joinedLine(
      completions === null ? null : counted(completions, 'completion'),
      parallelism === null ? null : `${parallelism} at a time`,
    ),
  )
}

export function cronJobLines(object: PlainMap): readonly CardLine[] {
  const schedule = textAt(object, 'spec', 'schedule')
  const isSuspended = mapAt(object, 'spec')['suspend'] === true
  return underContainers(
    mapAt(object, 'spec', 'jobTemplate', ...IN_TEMPLATE),
    joinedLine(
      schedule === null ? null : scheduleWords(schedule),
      isSuspended ? 'Suspended' : textAt(object, 'spec', 'concurrencyPolicy'),
    ),
  )
}

/** An Argo Rollout: as a Deployment, and how it rolls out: "Canary · 10, 50, 100%". */
export function rolloutLines(object: PlainMap): readonly CardLine[] {
  const podSpec = mapAt(object, ...IN_TEMPLATE)
  const borrowed = textAt(object, 'spec', 'workloadRef', 'name')
  return underContainers(podSpec, [
    ...(borrowed === null ? [] : [line(`Pods of ${textAt(object, 'spec', 'workloadRef', 'kind') ?? ''} ${borrowed}`)]),
    ...joinedLine(replicaWords(object), portWords(podSpec)),
    ...strategyLine(object),
  ])
}

function strategyLine(object: PlainMap): readonly CardLine[] {
  const strategy = mapAt(object, 'spec', 'strategy')
  if (isMap(strategy['blueGreen'])) return [line('Blue/green')]
  if (!isMap(strategy['canary'])) return []
  const weights = listAt(strategy, 'canary', 'steps')
    .map(step => (isMap(step) ? scalarAsText(step['setWeight']) : null))
    .filter(weight => weight !== null)
  // The steps end before the last move, which is always to all of the pods.
  const all = weights.at(-1) === '100' || weights.length === 0 ? weights : [...weights, '100']
  return joinedLine('Canary', all.length === 0 ? null : `${all.join(', ')}%`)
}

/** The container lines, as many as fit above the lines that must be seen. */
function underContainers(podSpec: PlainMap, lastLines: readonly CardLine[]): readonly CardLine[] {
  return [...containerLines(podSpec, MOST_LINES - lastLines.length), ...lastLines]
}

function containerLines(podSpec: PlainMap, room: number): readonly CardLine[] {
  const containers = CARD_ORDER.flatMap(role => containersOf(podSpec).filter(each => each.role === role))
  const [only] = containers
  if (only === undefined) return []
  if (containers.length === 1) return singleContainerLine(only.container)
  if (containers.length <= room) return containers.map(containerLine)
  const shown = containers.slice(0, room - 1)
  return [...shown.map(containerLine), line(counted(containers.length - shown.length, 'more container'))]
}

function singleContainerLine(container: PlainMap): readonly CardLine[] {
  const image = textAt(container, 'image')
  return image === null ? [] : [{ ...line(imageWords(image)), container: textAt(container, 'name') }]
}

function containerLine({ container, role }: PodContainer): CardLine {
  const name = textAt(container, 'name')
  const image = textAt(container, 'image')
  const words = joinedBy(EN_SPACE, name, image === null ? null : shortImageWords(image))
  const glyph = role === 'ephemeral' ? 'container' : role
  return { text: line(words).text, glyph, container: name }
}

/** Kubernetes makes one replica where the manifest names no number. */
function replicaWords(object: PlainMap): string {
  return counted(scalarAsText(mapAt(object, 'spec')['replicas']) ?? 1, 'replica')
}

function portWords(podSpec: PlainMap): string | null {
  const ports = containerPorts(podSpec)
  return ports.length === 0 ? null : `${ports.length === 1 ? 'port' : 'ports'} ${firstFew(ports, 2)}`
}

function containerPorts(podSpec: PlainMap): readonly string[] {
  const ports = containersOf(podSpec)
    .flatMap(({ container }) => listAt(container, 'ports'))
    .map(port => (isMap(port) ? scalarAsText(port['containerPort']) : null))
  return [...new Set(ports.filter(port => port !== null))]
}

function nodeWords(podSpec: PlainMap): string {
  const { 'kubernetes.io/os': system, ...others } = mapAt(podSpec, 'nodeSelector')
  const [label] = Object.keys(others)
  if (label !== undefined) return `Nodes with ${label.slice(label.lastIndexOf('/') + 1)}`
  if (system === 'linux') return 'Every Linux node'
  return system === 'windows' ? 'Every Windows node' : 'Every node'
}

function restartWords(podSpec: PlainMap): string | null {
  const policy = textAt(podSpec, 'restartPolicy')
  if (policy === 'Never') return 'Restart never'
  return policy === 'OnFailure' ? 'Restart on failure' : null
}
