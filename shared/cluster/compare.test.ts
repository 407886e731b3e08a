import { describe, expect, it } from 'vitest'
import { designOf, idOf } from '../workspace/design.test-data'
import type { Design } from '../workspace/design'
import { printExactJson } from '../yaml/exact-json'
import type { PlainMap } from '../yaml/plain'
import type { ApplyPlan, ObjectPlan } from './apply-plan'
import { compareDesign } from './compare'

const text = `
  apiVersion: v1
  kind: Service
  metadata: {name: web, namespace: shop}
  spec: {selector: {app: web}, ports: [{port: 80}]}
  ---
  apiVersion: v1
  kind: Pod
  metadata: {name: web, namespace: shop, labels: {app: web}}
  spec: {containers: [{name: web, image: nginx, envFrom: [{configMapRef: {name: config}}]}]}
  ---
  apiVersion: v1
  kind: ConfigMap
  metadata: {name: config, namespace: shop}
`
const design = designOf({ 'shop.yaml': text })
const report: PlainMap = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'report', namespace: 'shop' },
  spec: { containers: [{ name: 'a', image: 'busybox', envFrom: [{ configMapRef: { name: 'config' } }] }] },
}

type Told = Pick<ObjectPlan, 'state'> & { readonly before?: PlainMap; readonly after?: PlainMap }

/** The plan that a server would give for the design, where all is unchanged but what is told. */
function planOf(of: Design, told: Readonly<Record<string, Told>>, removed: readonly PlainMap[] = []): ApplyPlan {
  const entry = (id: string | null, data: PlainMap, { state, before, after }: Told): ObjectPlan => ({
    apiVersion: 'v1',
    kind: String(data['kind']),
    namespace: 'shop',
    name: String((data['metadata'] as PlainMap)['name']),
    id,
    state,
    diff: '',
    before: before ? printExactJson(before) : null,
    after: after ? printExactJson(after) : null,
    conflicts: [],
    failure: null,
  })
  const objects = of.workspace.objects.map(object => {
    const same = { state: 'unchanged', before: object.data, after: object.data } as const
    return entry(object.id, object.data, told[`${object.kind} ${object.name}`] ?? same)
  })
  const gone = removed.map(data => entry(null, data, { state: 'removed', before: data }))
  return {
    plan: 'p',
    context: 'kind',
    purpose: 'apply',
    objects: [...objects, ...gone],
    inventory: null,
    pruneSays: '',
    confirmation: { needs: 'nothing' },
    commands: [],
  }
}
const compared = (plan: ApplyPlan, prune = false) =>
  compareDesign({ objects: design.workspace.objects, graph: design.graph }, plan, prune)

describe('compareDesign', () => {
  it('marks nothing, and keeps the graph, where the cluster has it all', () => {
    const comparison = compared(planOf(design, {}))
    expect([comparison.marks.size, comparison.edgeMarks.size]).toEqual([0, 0])
    expect(comparison.graph).toBe(design.graph)
  })

  it('marks a new object and the relations that come with it', () => {
    const service = design.workspace.object(idOf(design, 'Service web'))!
    const comparison = compared(planOf(design, { 'Service web': { state: 'added', after: service.data } }))
    expect([...comparison.marks]).toEqual([[idOf(design, 'Service web'), 'add']])
    const [edge] = [...comparison.edgeMarks]
    expect(edge?.[1]).toBe('add')
    expect(design.graph.relations.find(({ id }) => id === edge?.[0])?.rule).toBe('service-selects-workload')
  })

  it('marks new relations of a changed object, and does not take the server’s defaults for one', () => {
    const pod = design.workspace.object(idOf(design, 'Pod web'))!
    const spec = { containers: [{ name: 'web', image: 'nginx', envFrom: [] }], serviceAccountName: 'default' }
    const before = { ...pod.data, metadata: { name: 'web', namespace: 'shop', labels: { app: 'other' } }, spec }
    const after = { ...pod.data, spec: { ...(pod.data['spec'] as PlainMap), serviceAccountName: 'default' } }
    const marks = [...compared(planOf(design, { 'Pod web': { state: 'changed', before, after } })).edgeMarks.values()]
    expect(marks).toEqual(['add', 'add'])
  })

  it('draws a relation that a change would take away', () => {
    const other = designOf({ 'shop.yaml': text.replace('selector: {app: web}', 'selector: {app: nobody}') })
    const after = other.workspace.object(idOf(other, 'Service web'))!.data
    const before = design.workspace.object(idOf(design, 'Service web'))!.data
    const plan = planOf(other, { 'Service web': { state: 'changed', before, after } })
    const comparison = compareDesign({ objects: other.workspace.objects, graph: other.graph }, plan, false)
    const gone = comparison.graph.relationsOf(idOf(other, 'Service web'))
    expect(gone.map(({ id, to }) => [comparison.edgeMarks.get(id), to])).toContainEqual([
      'remove',
      idOf(other, 'Pod web'),
    ])
  })

  it('shows what pruning would delete only where it was asked for', () => {
    const plan = planOf(design, {}, [report])
    expect(compared(plan).objects).toBe(design.workspace.objects)
    const comparison = compared(plan, true)
    const removed = comparison.objects.at(-1)!
    expect(removed.name).toBe('report')
    expect([...comparison.marks]).toEqual([[removed.id, 'remove']])
    const [gone] = comparison.graph.relationsOf(removed.id)
    expect(gone).toMatchObject({ from: removed.id, to: idOf(design, 'ConfigMap config') })
    expect(comparison.edgeMarks.get(gone!.id)).toBe('remove')
    expect(comparison.graph.object(removed.id)).toBe(removed)
  })
})
