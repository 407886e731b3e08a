import { isMap, listAt, mapAt, textAt, type PlainMap, type PlainValue } from '../../yaml/plain'
import type { CardLine } from '../kind-row'
import { counted, firstFew, joinedBy, joinedLine, line, scalarAsText, scalarsAsTexts } from './card-line'
import { limited, unique } from './traffic-lines'

/** "3 to 10 replicas · CPU 70%". */
export function autoscalerLines(object: PlainMap): readonly CardLine[] {
  const spec = mapAt(object, 'spec')
  const least = scalarAsText(spec['minReplicas']) ?? '1'
  const most = scalarAsText(spec['maxReplicas']) ?? '?'
  // autoscaling/v1 knows only the processor.
  const processor = scalarAsText(spec['targetCPUUtilizationPercentage'])
  const metrics = processor === null ? listAt(spec, 'metrics').map(metricWords) : [`CPU ${processor}%`]
  const words = metrics.filter(word => word !== null)
  return joinedLine(least === most ? counted(least, 'replica') : `${least} to ${most} replicas`, firstFew(words, 1))
}

function metricWords(metric: PlainValue): string | null {
  const type = textAt(metric, 'type')
  if (type === null) return null
  const source = mapAt(metric, type.slice(0, 1).toLowerCase() + type.slice(1))
  const name = textAt(source, 'name') ?? textAt(source, 'metric', 'name') ?? textAt(source, 'metricName')
  const words = name === 'cpu' ? 'CPU' : (name ?? type)
  const target = mapAt(source, 'target')
  const percent = scalarAsText(target['averageUtilization']) ?? scalarAsText(source['targetAverageUtilization'])
  const value = scalarAsText(target['averageValue']) ?? scalarAsText(target['value'])
  return joinedBy(' ', words, percent === null ? value : `${percent}%`)
}

/** "At least 2 available", "At most 1 unavailable". */
export function disruptionBudgetLines(object: PlainMap): readonly CardLine[] {
  const least = scalarAsText(mapAt(object, 'spec')['minAvailable'])
  const most = scalarAsText(mapAt(object, 'spec')['maxUnavailable'])
  return joinedLine(
    least === null ? null : `At least ${least} available`,
    most === null ? null : `At most ${most} unavailable`,
  )
}

/** "From shop/api · TCP 5432", a line a rule; "No traffic in" where a direction has none. */
export function networkPolicyLines(object: PlainMap): readonly CardLine[] {
  const spec = mapAt(object, 'spec')
  const stated = scalarsAsTexts(listAt(spec, 'policyTypes'))
  // Without policyTypes a policy is for what comes in, and for what goes out where it has such rules.
  const types = stated.length > 0 ? stated : ['Ingress', ...('egress' in spec ? ['Egress'] : [])]
  return limited([
    ...(types.includes('Ingress') ? directionLines(listAt(spec, 'ingress'), 'from', 'From', 'No traffic in') : []),
    ...(types.includes('Egress') ? directionLines(listAt(spec, 'egress'), 'to', 'To', 'No traffic out') : []),
  ])
}

function directionLines(
  rules: readonly PlainValue[],
  peers: 'from' | 'to',
  says: string,
  nothing: string,
): readonly CardLine[] {
  if (rules.length === 0) return [line(nothing)]
  return rules.flatMap(rule => {
    const words = listAt(rule, peers).map(peerWords)
    return joinedLine(`${says} ${firstFew(words, 1) ?? 'anywhere'}`, portsWords(listAt(rule, 'ports')))
  })
}

function peerWords(peer: PlainValue): string {
  const block = textAt(peer, 'ipBlock', 'cidr')
  if (block !== null) return block
  const pods = selectorWords(mapAt(peer, 'podSelector'), 'any pod')
  if (!isMap(peer) || !isMap(peer['namespaceSelector'])) return pods
  const namespace = selectorWords(peer['namespaceSelector'], 'any namespace')
  return isMap(peer['podSelector']) ? `${namespace}/${pods}` : namespace
}

/** The values that a selector asks for, since labels name things: "api", "not db". */
function selectorWords(selector: PlainMap, everything: string): string {
  const labels = scalarsAsTexts(Object.values(mapAt(selector, 'matchLabels')))
  const expressions = listAt(selector, 'matchExpressions').map(term => {
    const values = scalarsAsTexts(listAt(term, 'values')).join(' or ')
    const operator = textAt(term, 'operator')
    const isNegative = operator === 'NotIn' || operator === 'DoesNotExist'
    return (isNegative ? 'not ' : '') + (values === '' ? (textAt(term, 'key') ?? '?') : values)
  })
  return firstFew([...labels, ...expressions], 2) ?? everything
}

function portsWords(ports: readonly PlainValue[]): string | null {
  const words = ports.filter(isMap).map(port => {
    const first = scalarAsText(port['port'])
    const last = scalarAsText(port['endPort'])
    const protocol = textAt(port, 'protocol') ?? 'TCP'
    return first === null ? protocol : `${protocol} ${last === null ? first : `${first} to ${last}`}`
  })
  return firstFew(unique(words), 1)
}

/** "cpu 4, memory 8Gi, +2": the first limits of a quota. */
export function quotaLines(object: PlainMap): readonly CardLine[] {
  const hard = Object.entries(mapAt(object, 'spec', 'hard')).map(
    ([name, value]) => `${name} ${scalarAsText(value) ?? ''}`,
  )
  return joinedLine(firstFew(hard, 2))
}

/** "Container: 100m cpu, 128Mi memory": what a container gets that asks for nothing. */
export function limitRangeLines(object: PlainMap): readonly CardLine[] {
  return limited(
    listAt(object, 'spec', 'limits').flatMap(limit => {
      const defaults = { ...mapAt(limit, 'default'), ...mapAt(limit, 'defaultRequest') }
      const shown = Object.keys(defaults).length > 0 ? defaults : mapAt(limit, 'max')
      const words = Object.entries(shown).map(([name, value]) => `${scalarAsText(value) ?? ''} ${name}`)
      return joinedLine(joinedBy(': ', textAt(limit, 'type'), firstFew(words, 2)))
    }),
    3,
  )
}

export function priorityClassLines(object: PlainMap): readonly CardLine[] {
  const value = scalarAsText(object['value'])
  return joinedLine(
    value === null ? null : `Priority ${value}`,
    object['globalDefault'] === true ? 'default' : null,
    object['preemptionPolicy'] === 'Never' ? 'never preempts' : null,
  )
}

/** Scalers that name their target and its range otherwise: KEDA's ScaledObject and the vertical autoscaler. */
export function targetLines(object: PlainMap): readonly CardLine[] {
  const spec = mapAt(object, 'spec')
  const target = isMap(spec['targetRef']) ? mapAt(spec, 'targetRef') : mapAt(spec, 'scaleTargetRef')
  const name = textAt(target, 'name')
  const least = scalarAsText(spec['minReplicaCount'])
  const most = scalarAsText(spec['maxReplicaCount'])
  const mode = textAt(spec, 'updatePolicy', 'updateMode')
  return joinedLine(
    name === null ? null : `For ${name}`,
    most === null ? null : `${least ?? 0} to ${most} replicas`,
    mode === null ? null : `Mode ${mode}`,
  )
}
