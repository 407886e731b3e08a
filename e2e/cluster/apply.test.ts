import { describe, expect, it } from 'vitest'
import type { ApplyPlan } from '../../shared/cluster/apply-plan'
import { samples } from '../../shared/patterns/samples'
import { whyNoGo } from './go-tools'
import { hostForSuite, planeForSuite } from './suite-plane'

const why = whyNoGo()
const shop = samples.find(sample => sample.files.some(({ text }) => text.includes('kind: Ingress')))!

const states = (plan: ApplyPlan): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { state } of plan.objects) counts[state] = (counts[state] ?? 0) + 1
  return counts
}

describe.skipIf(why)(`applying a design${why ? ` (skipped: ${why})` : ''}`, () => {
  const plane = planeForSuite('apply')
  const host = hostForSuite(plane)

  it('applies the shop into a namespace that it makes, twice', async () => {
    const texts = shop.files.map(({ text }) => text)
    const plan = await host().diff(texts)
    expect(plan.objects.filter(({ failure }) => failure)).toEqual([])
    expect(plan.confirmation.needs).toBe('agreement')
    const outcome = await host().apply(plan)
    expect(outcome.results.filter(({ failure }) => failure)).toEqual([])
    expect(outcome).toMatchObject({ ended: 'done', notes: [] })
    const again = await host().diff(texts)
    expect(states(again)).toEqual({ unchanged: plan.objects.length })
    expect(again.confirmation).toEqual({ needs: 'nothing' })
    expect(await host().apply(again)).toMatchObject({ ended: 'done', undo: null, commands: [] })
  })

  const config = (name: string, value: string, namespace: string) =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n  namespace: ${namespace}\ndata:\n  a: "${value}"\n`

  it('shows a second writer as a conflict, with both values, and lets either win', async () => {
    const namespace = plane().freshNamespace()
    await host().apply(await host().diff(config('shared', 'ours', namespace), namespace))
    plane().kubectl(
      ['apply', '--server-side', '--force-conflicts', '--field-manager=other', '-f', '-'],
      config('shared', 'theirs', namespace),
    )
    const plan = await host().diff(config('shared', 'again', namespace), namespace)
    const [object] = plan.objects
    expect(object).toMatchObject({
      state: 'changed',
      failure: { code: 'conflict' },
      conflicts: [{ path: '/data/a', field: '.data.a', manager: 'other', theirs: '"theirs"', mine: '"again"' }],
    })
    expect(object?.diff).toContain('+  a: again')
    await expect(host().apply(plan)).rejects.toMatchObject({ code: 'conflict' })
    expect(await host().apply(plan, { leaveOut: [object!.id!] })).toMatchObject({
      ended: 'done',
      results: [{ state: 'kept' }],
    })
    expect(await host().apply(plan, { force: [object!.id!] })).toMatchObject({
      ended: 'done',
      results: [{ state: 'changed' }],
    })
    expect(plane().kubectl(['get', 'cm', 'shared', '-n', namespace, '-o', 'jsonpath={.data.a}']).stdout).toBe('again')
  })

  it('applies nothing when somebody changed since what was shown', async () => {
    const namespace = plane().freshNamespace()
    const texts = [config('one', '1', namespace), config('two', '1', namespace)]
    await host().apply(await host().diff(texts, namespace))
    const plan = await host().diff([config('one', '2', namespace), config('two', '2', namespace)], namespace)
    plane().kubectl(['patch', 'cm', 'two', '-n', namespace, '-p', '{"data":{"a":"3"}}'])
    await expect(host().apply(plan)).rejects.toMatchObject({ code: 'changed-meanwhile' })
    expect(plane().kubectl(['get', 'cm', 'one', '-n', namespace, '-o', 'jsonpath={.data.a}']).stdout).toBe('1')
  })

  it('prunes what the design made and holds no more, and nothing else', async () => {
    const namespace = plane().freshNamespace()
    const all = ['one', 'two', 'three', 'helms', 'others'].map(name => config(name, '1', namespace))
    plane().kubectl(['apply', '-f', '-'], config('before', '1', namespace))
    const first = await host().apply(await host().diff([...all, config('before', '1', namespace)], namespace))
    expect(first.ended).toBe('done')
    plane().kubectl(['annotate', 'cm', 'helms', '-n', namespace, 'meta.helm.sh/release-name=x'])
    plane().kubectl(['delete', 'cm', 'others', '-n', namespace])
    plane().kubectl(['create', 'cm', 'others', '-n', namespace])
    const plan = await host().diff(all.slice(0, 1), namespace)
    const removed = plan.objects.filter(({ state }) => state === 'removed')
    expect(removed.map(({ name, failure }) => `${name} ${failure?.message ?? ''}`.trim())).toEqual([
      'helms Helm manages it.',
      'others It was made anew by somebody else.',
      'three',
      'two',
    ])
    expect((await host().apply(plan)).results.map(({ state }) => state)).toEqual([
      'unchanged',
      'kept',
      'kept',
      'kept',
      'kept',
    ])
    const pruned = await host().apply(plan, { prune: true })
    expect(pruned.results.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'one unchanged',
      'helms kept',
      'others kept',
      'three deleted',
      'two deleted',
    ])
    const left = plane().kubectl(['get', 'cm', '-n', namespace, '-o', 'name']).stdout
    for (const name of ['one', 'before', 'helms', 'others']) expect(left).toContain(`configmap/${name}\n`)
    for (const name of ['two', 'three']) expect(left).not.toContain(`configmap/${name}\n`)
    expect((await host().diff(all.slice(0, 1), namespace)).objects.map(({ name }) => name)).toEqual([
      'one',
      'helms',
      'others',
    ])
    const undo = await host().undoPlan(pruned.undo!)
    expect(undo.objects.map(({ name, state }) => `${name} ${state}`)).toEqual(['two added', 'three added'])
    expect(await host().apply(undo)).toMatchObject({ ended: 'done' })
    expect(plane().kubectl(['get', 'cm', 'two', '-n', namespace]).status).toBe(0)
  })

  it('deletes no volume before its name was typed', async () => {
    const namespace = plane().freshNamespace()
    const claim = `apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: orders, namespace: ${namespace} }
spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }
`
    await host().apply(await host().diff([config('one', '1', namespace), claim], namespace))
    const plan = await host().diff([config('one', '1', namespace)], namespace)
    expect(plan.confirmation).toEqual({ needs: 'nothing' })
    const state = () => plane().kubectl(['get', 'pvc', 'orders', '-n', namespace]).status
    await expect(host().apply(plan, { prune: true })).rejects.toMatchObject({
      code: 'not-confirmed',
      message: 'PersistentVolumeClaim orders is deleted, and its data with it.',
    })
    expect(state()).toBe(0)
    expect(await host().apply(plan, { prune: true, confirmedLoss: 'orders' })).toMatchObject({ ended: 'done' })
    await expect.poll(state, { timeout: 10_000 }).toBe(1)
  })

  it('undoes an apply: what was changed is as it was, what was made is gone', async () => {
    const namespace = plane().freshNamespace()
    await host().apply(await host().diff([config('old', '1', namespace)], namespace))
    const outcome = await host().apply(
      await host().diff([config('old', '2', namespace), config('new', '1', namespace)], namespace),
    )
    const plan = await host().undoPlan(outcome.undo!)
    expect(plan.purpose).toBe('undo')
    expect(plan.objects.map(({ name, state }) => `${name} ${state}`)).toEqual(['old changed', 'new removed'])
    expect(plan.objects[0]?.diff).toContain('-  a: "2"\n+  a: "1"')
    expect((await host().apply(plan)).results.map(({ state }) => state)).toEqual(['changed', 'deleted'])
    expect(plane().kubectl(['get', 'cm', 'old', '-n', namespace, '-o', 'jsonpath={.data.a}']).stdout).toBe('1')
    expect(plane().kubectl(['get', 'cm', 'new', '-n', namespace]).status).toBe(1)
    // An undo writes in another way than an apply: that is no conflict with anybody.
    const again = await host().apply(await host().diff([config('old', '2', namespace)], namespace))
    expect(again.results).toMatchObject([{ state: 'changed', failure: null }])
  })

  it('says of each object why it would be refused, and leaves it out when asked', async () => {
    const namespace = plane().freshNamespace()
    const widget = `apiVersion: example.org/v1\nkind: Widget\nmetadata:\n  name: w\n  namespace: ${namespace}\n`
    const lost = config('lost', '1', 'no-such-namespace')
    const wrong = config('wrong', '1', namespace).replace('\ndata:', '\ndatum:')
    const fine = config('fine', '1', namespace)
    const nameless = `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  namespace: ${namespace}\n  generateName: x-\n`
    const plan = await host().diff([widget, lost, wrong, fine, nameless, fine], namespace)
    expect(plan.objects.map(({ state, failure }) => failure?.code ?? state).toSorted()).toEqual(
      ['added', 'invalid', 'invalid', 'no-name', 'not-found', 'unknown-kind'].toSorted(),
    )
    await expect(host().apply(plan)).rejects.toThrow('Nothing was applied')
    const leaveOut = plan.objects.filter(({ state }) => state === 'refused').map(({ id }) => id!)
    expect(await host().apply(plan, { leaveOut })).toMatchObject({ ended: 'done' })
    expect(plane().kubectl(['get', 'cm', 'fine', '-n', namespace]).status).toBe(0)
  })

  it('applies a definition and an object of the kind that it makes, at once', async () => {
    const definition = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: gadgets.example.org }
spec:
  group: example.org
  names: { kind: Gadget, plural: gadgets, singular: gadget }
  scope: Namespaced
  versions: [{ name: v1, served: true, storage: true, schema: { openAPIV3Schema: { type: object, x-kubernetes-preserve-unknown-fields: true } } }]
`
    const gadget = `apiVersion: example.org/v1\nkind: Gadget\nmetadata: { name: g, namespace: made }\nspec: { a: 1 }\n`
    const made = `apiVersion: v1\nkind: Namespace\nmetadata: { name: made }\n`
    const texts = [gadget, definition, made]
    const plan = await host().diff(texts, 'made')
    expect(plan.objects.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'Namespace added',
      'CustomResourceDefinition added',
      'Gadget unchecked',
    ])
    const outcome = await host().apply(plan)
    expect(outcome).toMatchObject({ ended: 'done', notes: [] })
    expect(states(await host().diff(texts, 'made'))).toEqual({ unchanged: 3 })
  })

  it('lets a reader look and not write, and nobody not even look', async () => {
    const namespace = plane().freshNamespace()
    const reader = await host().diff(config('a', '1', namespace), namespace, 'reader')
    expect(reader.objects).toMatchObject([{ state: 'refused', failure: { code: 'forbidden' } }])
    const nobody = await host().diff(config('a', '1', namespace), namespace, 'nobody')
    expect(nobody.objects).toMatchObject([{ state: 'refused', failure: { code: 'forbidden' } }])
  })

  it('asks to type the name of a namespace that belongs to the cluster', async () => {
    const plan = await host().diff(config('mine', '1', 'kube-system'))
    expect(plan.confirmation).toMatchObject({ needs: 'typing', word: 'kube-system' })
    await expect(host().apply(plan)).rejects.toMatchObject({ code: 'not-confirmed' })
  })
})
