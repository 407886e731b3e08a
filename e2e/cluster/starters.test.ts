import { describe, expect, it } from 'vitest'
import { starterKinds } from '../../shared/kinds/kinds'
import { patterns } from '../../shared/patterns/patterns'
import { samples } from '../../shared/patterns/samples'
import { whyNoGo } from './go-tools'
import { planeForSuite } from './suite-plane'
import { crdSets } from './versions'

const why = whyNoGo()

/** Kinds of operators whose definitions are in no module that this project pins: the server knows nothing of them. */
const unknownKind = /no matches for kind|could not find the requested resource/

describe.skipIf(why)(`what Chartroom writes, asked of a real API server${why ? ` (skipped: ${why})` : ''}`, () => {
  const plane = planeForSuite('starters', { crds: crdSets })

  const dryRun = (text: string) => plane().kubectl(['apply', '--dry-run=server', '--validate=strict', '-f', '-'], text)
  const expectAccepted = (text: string) => {
    // A dry run makes nothing, so the namespaces of a text have to be there before.
    for (const [, namespace] of text.matchAll(/^ {2}namespace: (\S+)$/gm))
      plane().kubectl(['create', 'namespace', namespace!])
    const answer = dryRun(text)
    expect(answer.stderr.replace(/^Warning:.*$/gm, '').trim()).toBe('')
    expect(answer.status).toBe(0)
  }

  it('accepts the starter of every kind that it serves', () => {
    const refused: string[] = []
    const unknown: string[] = []
    for (const row of starterKinds()) {
      const answer = dryRun(row.starter!({ name: 'sample', namespace: null }))
      if (answer.status === 0) continue
      const list = unknownKind.test(answer.stderr) ? unknown : refused
      list.push(`${row.kind}.${row.group}: ${answer.stderr.trim()}`)
    }
    expect(refused).toEqual([])
    // Said rather than passed over: these are written by hand and checked by no server here.
    console.log(`Not served here: ${unknown.map(line => line.split(':')[0]).join(', ')}`)
  })

  it.each(samples.map(sample => [sample.title, sample] as const))('accepts the sample %s', (_, sample) => {
    expectAccepted(sample.files.map(file => file.text).join('\n---\n'))
  })

  it.each(patterns.map(pattern => [pattern.title, pattern] as const))('accepts the pattern %s', (_, pattern) => {
    expectAccepted(pattern.text({ name: pattern.usualName, namespace: null }))
  })
})
