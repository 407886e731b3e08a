import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { whyNoGo } from './go-tools'
import { kubectlsOf } from './processes'
import { hostForSuite, planeForSuite } from './suite-plane'

const why = whyNoGo()
const OBJECTS = 500

describe.skipIf(why)(`a large apply${why ? ` (skipped: ${why})` : ''}`, () => {
  const plane = planeForSuite('large-apply')
  const host = hostForSuite(plane)

  const design = (value: string) =>
    [...Array(OBJECTS).keys()]
      .map(n => `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: c${n} }\ndata: { a: "${value}" }\n`)
      .join('---\n')
  const choices = { force: [], leaveOut: [], prune: false, confirmed: 'admin', confirmedLoss: null }
  const count = (namespace: string) =>
    plane()
      .kubectl(['get', 'cm', '-n', namespace, '-o', 'name'])
      .stdout.split('\n')
      .filter(line => /\/c\d+$/.test(line)).length

  it('never has more than four kubectl at once, ends where it is cancelled, and a second run finishes', async () => {
    const namespace = plane().freshNamespace()
    const plan = await host().diff(design('1'), namespace)
    let most = 0
    const timer = setInterval(() => (most = Math.max(most, kubectlsOf(process.pid))), 5)
    let cancelled = false
    const applying = host().handlers['cluster:apply']({ task: 'large', plan: plan.plan, ...choices })
    while (!cancelled) {
      await sleep(5)
      const last = host().heard.findLast(({ name }) => name === 'cluster:progress')?.notice
      if (!last || !('done' in last) || last.done < OBJECTS / 2) continue
      cancelled = true
      await host().handlers['cluster:cancel']({ task: 'large' })
    }
    const first = await applying
    const made = first.results.filter(({ state }) => state === 'created').length
    const open = first.results.filter(({ state }) => state === 'not-started').length
    expect(first.ended).toBe('cancelled')
    expect(made).toBeGreaterThanOrEqual(OBJECTS / 2)
    expect([open > 0, made + open]).toEqual([true, OBJECTS])
    // The account is exact: what it calls made is there, and nothing else.
    expect(count(namespace)).toBe(made)

    const again = await host().diff(design('1'), namespace)
    expect(again.objects.filter(({ state }) => state === 'added')).toHaveLength(open)
    const second = await host().handlers['cluster:apply']({ task: 'rest', plan: again.plan, ...choices })
    clearInterval(timer)
    expect(second.ended).toBe('done')
    expect(count(namespace)).toBe(OBJECTS)
    expect(most).toBeGreaterThan(1)
    expect(most).toBeLessThanOrEqual(4)
  })

  it('gives a clear account when the server is killed in the middle, and a second run finishes', async () => {
    const namespace = plane().freshNamespace()
    const plan = await host().diff(design('1'), namespace)
    host().heard.length = 0
    const applying = host().handlers['cluster:apply']({ task: 'killed', plan: plan.plan, ...choices })
    const done = (): number =>
      host()
        .heard.flatMap(({ name, notice }) => (name === 'cluster:progress' ? [notice.done] : []))
        .at(-1) ?? 0
    while (done() < 100) await sleep(5)
    await plane().killApiServer()
    const outcome = await applying
    expect(outcome.ended).toBe('failed')
    const states = new Set(outcome.results.map(({ state }) => state))
    expect([...states].toSorted()).toEqual(['created', 'failed', 'not-started'])
    const failed = outcome.results.find(({ state }) => state === 'failed')
    expect(failed?.failure).toMatchObject({ code: expect.stringMatching(/unreachable|timeout/) as string })
    await plane().startApiServer()
    const made = outcome.results.filter(({ state }) => state === 'created').map(({ name }) => name)
    const there = plane().kubectl(['get', 'cm', '-n', namespace, '-o', 'name']).stdout
    expect(made.every(name => there.includes(`configmap/${name}\n`))).toBe(true)
    const again = await host().diff(design('1'), namespace)
    expect(await host().handlers['cluster:apply']({ task: 'after', plan: again.plan, ...choices })).toMatchObject({
      ended: 'done',
    })
    expect(count(namespace)).toBe(OBJECTS)
    // What was cut off is recorded as ours: all of it may be pruned.
    const none = await host().diff([], namespace)
    expect(none.objects.filter(({ state, failure }) => state === 'removed' && !failure)).toHaveLength(OBJECTS)
  })
})
