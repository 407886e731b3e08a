import { describe, expect, it } from 'vitest'
import { starterKinds } from '../../shared/kinds/kinds'
import { patterns } from '../../shared/patterns/patterns'
import { samples } from '../../shared/patterns/samples'
import { whyNoGo } from './go-tools'
import { planeForSuite } from './suite-plane'
import { crdSets, operatorSets } from './versions'

const why = whyNoGo()

describe.skipIf(why)(`what Chartroom writes, asked of a real API server${why ? ` (skipped: ${why})` : ''}`, () => {
  const plane = planeForSuite('starters', { crds: [...crdSets, ...operatorSets] })

  const dryRun = (text: string) => plane().kubectl(['apply', '--dry-run=server', '--validate=strict', '-f', '-'], text)
  const expectAccepted = (text: string) => {
    // A dry run makes nothing, so the namespaces of a text have to be there before.
    for (const [, namespace] of text.matchAll(/^ {2}namespace: (\S+)$/gm))
      plane().kubectl(['create', 'namespace', namespace!])
    const answer = dryRun(text)
    expect(answer.stderr.replace(/^Warning:.*$/gm, '').trim()).toBe('')
    expect(answer.status).toBe(0)
  }

  it('accepts the starter of every kind of the palette', () => {
    const refused: string[] = []
    for (const row of starterKinds()) {
      const answer = dryRun(row.starter!({ name: 'sample', namespace: null }))
      if (answer.status !== 0) refused.push(`${row.kind}.${row.group}: ${answer.stderr.trim()}`)
    }
    expect(refused).toEqual([])
  })

  it.each(samples.map(sample => [sample.title, sample] as const))('accepts the sample %s', (_, sample) => {
    expectAccepted(sample.files.map(file => file.text).join('\n---\n'))
  })

  it.each(patterns.map(pattern => [pattern.title, pattern] as const))('accepts the pattern %s', (_, pattern) => {
    expectAccepted(pattern.text({ name: pattern.usualName, namespace: null }))
  })
})
