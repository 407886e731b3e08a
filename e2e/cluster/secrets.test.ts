import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { whyNoGo } from './go-tools'
import { hostForSuite, planeForSuite } from './suite-plane'

const why = whyNoGo()
const values = ['tr0ub4dor-one', 'tr0ub4dor-two', 'tr0ub4dor-three']
const spellings = values.flatMap(value => [value, Buffer.from(value).toString('base64')])

describe.skipIf(why)(`values of secrets${why ? ` (skipped: ${why})` : ''}`, () => {
  const plane = planeForSuite('secrets')
  const host = hostForSuite(plane)

  const secret = (field: string, value: string) =>
    `apiVersion: v1\nkind: Secret\nmetadata: { name: pw }\n${field}: { password: ${value} }\n`

  it('stand in no answer, notice, error, command line, argument or file', async () => {
    const namespace = plane().freshNamespace()
    const shown: string[] = []
    const keep = async (what: Promise<unknown>): Promise<void> => {
      const errorOf = (error: unknown) => (error instanceof Error ? `${error.message} ${JSON.stringify(error)}` : '')
      shown.push(await what.then(JSON.stringify, errorOf))
    }
    const args = new Set<string>()
    const timer = setInterval(() => kubectlArguments().forEach(each => args.add(each)), 5)
    const ask = host().handlers

    await ask['cluster:watch']({
      watch: 'w',
      context: 'admin',
      namespaces: [namespace],
      kinds: [{ apiVersion: 'v1', kind: 'Secret' }],
    })
    await keep(host().diff(secret('stringData', values[0]!), namespace))
    const first = await host().apply(await host().diff(secret('stringData', values[0]!), namespace))
    const second = await host().apply(await host().diff(secret('stringData', values[1]!), namespace))
    shown.push(JSON.stringify([first, second]))
    // The server repeats what it refuses.
    await keep(host().diff(secret('data', `{ a: ${values[2]} }`), namespace))
    await keep(host().diff(secret('data', values[2]!), namespace))
    await keep(host().diff(secret('stringData', `[${values[2]}]`), namespace))
    // Another writer's apply by the client leaves all of it in an annotation.
    plane().kubectl(['apply', '-n', namespace, '-f', '-'], secret('stringData', values[2]!))
    const conflict = await host().diff(secret('stringData', values[0]!), namespace)
    shown.push(JSON.stringify(conflict))
    await keep(host().apply(conflict))
    await keep(host().undoPlan(second.undo!))
    await keep(ask['cluster:drift'](host().question(secret('stringData', values[0]!), namespace)))
    const ref = { apiVersion: 'v1', kind: 'Secret', namespace, name: 'pw' }
    await keep(ask['cluster:describe']({ context: 'admin', ref }))
    await keep(ask['cluster:events']({ context: 'admin', ref }))
    await keep(
      ask['cluster:import']({ task: 'i', context: 'admin', namespaces: [namespace], kinds: null, secrets: false }),
    )
    await keep(ask['cluster:commands']())
    await sleep(300)
    clearInterval(timer)
    shown.push(JSON.stringify(host().heard), ...args, ...filesIn(host().folder))

    expect(args.size).toBeGreaterThan(10)
    expect(shown.some(text => text.includes('*****'))).toBe(true)
    expect(second.results).toMatchObject([{ state: 'changed' }])
    for (const spelling of spellings)
      for (const text of shown) expect(text.includes(spelling) ? text : '', `${spelling} is shown`).toBe('')
  })

  it('are put back by an undo all the same', async () => {
    const namespace = plane().freshNamespace()
    await host().apply(await host().diff(secret('stringData', values[0]!), namespace))
    const changed = await host().apply(await host().diff(secret('stringData', values[1]!), namespace))
    expect(await host().apply(await host().undoPlan(changed.undo!))).toMatchObject({ ended: 'done' })
    const { stdout } = plane().kubectl(['get', 'secret', 'pw', '-n', namespace, '-o', 'jsonpath={.data.password}'])
    expect(Buffer.from(stdout, 'base64').toString()).toBe(values[0])
  })
})

/** The command lines of every kubectl that runs. */
function kubectlArguments(): readonly string[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(pid => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
        return line.includes('kubectl') ? [line + readFileSync(`/proc/${pid}/environ`, 'utf8')] : []
      } catch {
        return []
      }
    })
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder).flatMap(name => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesIn(path) : [readFileSync(path, 'utf8')]
  })
}
