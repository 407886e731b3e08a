import { kindRow } from '../../kinds/kinds'
import { samePlain } from '../../yaml/edit/patch-plain'
import { listAt, mapAt, textAt, type PlainMap } from '../../yaml/plain'
import type { Graph } from '../graph'
import { metadataBeside } from '../metadata-beside'
import type { KubeObject, ObjectId, Relation, WireAnswers } from '../relation'
import { sourceOf } from '../source'
import { isWiredSubset, labelsApart, rulesAbout, subsetNames, wiredSubset, type Label } from '../subsets'
import { append, takeOut } from './steps'
import type { Ends, NewObject, ObjectEdit } from './wire-form'

const GROUP = 'networking.istio.io'
const SELECTS = 'service-selects-workload'
const USES = 'virtualservice-uses-subset'

/** The subsets that a route to a Service can name: those that are declared, then those that its pods' labels make. */
export function subsetsFor(ends: Ends): readonly string[] {
  const declared = rulesAbout(ends.graph, ends.to.object).flatMap(subsetNames)
  return [...new Set([...declared, ...labelsOfSubsets(ends).keys()])]
}

/** What declares the subset that a route names, in the DestinationRule that is there; nothing where it is declared. */
export function declareSubset(ends: Ends, { subset = '' }: WireAnswers): readonly ObjectEdit[] {
  const [rule] = rulesAbout(ends.graph, ends.to.object)
  const label = labelToDeclare(ends, subset)
  if (rule === undefined || label === null) return []
  return [{ object: rule.id, patch: [append(rule.data, ['spec', 'subsets'], wiredSubset(subset, label))] }]
}

/** The DestinationRule that declares it, where the Service has none. */
export function makeRule(ends: Ends, { subset = '' }: WireAnswers): readonly NewObject[] {
  const { graph, to } = ends
  const label = labelToDeclare(ends, subset)
  if (label === null || rulesAbout(graph, to.object).length > 0) return []
  return [{ beside: to.object.id, data: ruleFor(to.object, wiredSubset(subset, label)) }]
}

export type Undeclared = { readonly edits: readonly ObjectEdit[]; readonly unmakes: readonly ObjectId[] }

/** What goes with routes: subsets that a wire declared and that nothing else names, and a rule that says nothing else. */
export function undeclareSubsets(relations: readonly Relation[], graph: Graph): Undeclared {
  const edits: ObjectEdit[] = []
  const unmakes: ObjectId[] = []
  const gone = new Set(relations.flatMap(({ because }) => because.map(({ object, path }) => `${object} ${path}`)))
  const services = new Set(relations.flatMap(({ to }) => (to === null ? [] : (graph.object(to) ?? []))))
  for (const service of services)
    for (const rule of rulesAbout(graph, service)) {
      const subsets = listAt(rule.data, 'spec', 'subsets')
      const going = subsets.flatMap((subset, index) =>
        isNamed(relations, subset) && isWiredSubset(mapAt(subset)) && !isUsed(graph, rule, subset, gone)
          ? [['spec', 'subsets', String(index)]]
          : [],
      )
      if (going.length === 0) continue
      if (going.length === subsets.length && isOnlySubsets(rule, service)) unmakes.push(rule.id)
      else edits.push({ object: rule.id, patch: takeOut(rule.data, going) })
    }
  return { edits, unmakes }
}

function labelToDeclare(ends: Ends, subset: string): Label | null {
  const isDeclared = rulesAbout(ends.graph, ends.to.object).some(rule => subsetNames(rule).includes(subset))
  return isDeclared ? null : (labelsOfSubsets(ends).get(subset) ?? null)
}

/** The label that tells each workload of the Service from the others, by its value. */
function labelsOfSubsets({ graph, to }: Ends): ReadonlyMap<string, Label> {
  const service = to.object
  const workloads = graph
    .relationsOf(service.id)
    .flatMap(({ rule, from, to: id }) =>
      rule === SELECTS && from === service.id && id !== null ? (graph.object(id) ?? []) : [],
    )
  return new Map(
    workloads.flatMap(workload => {
      const [label] = labelsApart(service, sourceOf(workload))
      return label === undefined ? [] : [[label[1], label] as const]
    }),
  )
}

function ruleFor(service: KubeObject, subset: PlainMap): PlainMap {
  const [version = 'v1'] = kindRow(GROUP, 'DestinationRule').versions
  return {
    apiVersion: `${GROUP}/${version}`,
    kind: 'DestinationRule',
    metadata: metadataBeside(service, service.name),
    spec: { host: service.name, subsets: [subset] },
  }
}

function isNamed(relations: readonly Relation[], subset: Parameters<typeof textAt>[0]): boolean {
  const name = textAt(subset, 'name')
  return name !== null && relations.some(({ detail }) => detail['subset'] === name)
}

/** Whether a route names the subset beside those that go: its place is beside the host's. */
function isUsed(graph: Graph, rule: KubeObject, subset: Parameters<typeof textAt>[0], gone: ReadonlySet<string>) {
  const name = textAt(subset, 'name')
  const users = graph.relationsOf(rule.id).filter(each => each.rule === USES && each.detail['subset'] === name)
  return users.some(({ because }) =>
    because.some(({ object, path }) => !gone.has(`${object} ${path.replace(/subset$/, 'host')}`)),
  )
}

/** Whether a DestinationRule says no more than what a wire makes it say. */
function isOnlySubsets({ data }: KubeObject, service: KubeObject): boolean {
  const [first = null] = listAt(data, 'spec', 'subsets')
  const subsets = mapAt(data, 'spec')['subsets'] ?? []
  const made = ruleFor(service, mapAt(first))
  return samePlain(data, { ...made, apiVersion: data['apiVersion'] ?? '', spec: { host: service.name, subsets } })
}
