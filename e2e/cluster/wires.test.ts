import { describe, expect, it } from 'vitest'
import type { KindRow } from '../../shared/kinds/kind-row'
import { starterKinds } from '../../shared/kinds/kinds'
import { findGraph } from '../../shared/relations/find'
import { offersFor, planWire } from '../../shared/relations/wire'
import { planTie } from '../../shared/workspace/plan-edits'
import { addFiles, applyChange, emptyWorkspace } from '../../shared/workspace/workspace'
import { whyNoGo } from './go-tools'
import { planeForSuite } from './suite-plane'
import { crdSets } from './versions'

const why = whyNoGo()

/** What a wire wrote: the manifest that it leaves from, and what it made beside it. */
type Written = { readonly rule: string; readonly name: string; readonly to: string; readonly text: string }

describe.skipIf(why)(`what wires write, asked of a real API server${why ? ` (skipped: ${why})` : ''}`, () => {
  const plane = planeForSuite('wires', { crds: crdSets })

  it('accepts every wire between the starters of any two kinds, strictly', () => {
    const written = wiresBetweenStarters()
    expect(new Set(written.map(({ rule }) => rule)).size).toBeGreaterThan(30)
    // The server looks up the account of a Pod that it admits.
    for (const { rule, to, text } of written)
      if (rule === 'workload-runs-as-serviceaccount' && text.includes('kind: Pod\n'))
        plane().kubectl(['create', 'serviceaccount', to])
    const text = written.map(each => each.text).join('---\n')
    const answer = plane().kubectl(['apply', '--dry-run=server', '--validate=strict', '-f', '-'], text)
    const refused = written.filter(({ name }) => new RegExp(`"${name}"(?! created)`).test(answer.stderr))
    const complaints = answer.stderr
      .split('\n')
      .filter(line => line !== '' && !/^Warning:|no matches for kind|ensure CRDs are installed/.test(line))
    expect({ refused: refused.map(({ rule, name }) => `${rule} of ${name}`), complaints }).toEqual({
      refused: [],
      complaints: [],
    })
    const taken = written.filter(({ name }) => answer.stdout.includes(`/${name} created (server dry run)`))
    console.log(`${taken.length} of ${written.length} wires asked; the others are of kinds that are not served here`)
    expect(taken.length).toBeGreaterThan(80)
  })
})

function wiresBetweenStarters(): readonly Written[] {
  const kinds = starterKinds()
  return kinds.flatMap((from, a) => kinds.flatMap((to, b) => wiresBetween(from, to, `w${a}x${b}`)))
}

/** Every rule that fits from the starter of one kind to that of another, each made by itself with its default answers. */
function wiresBetween(from: KindRow, to: KindRow, name: string): readonly Written[] {
  const texts = [from, to].map((row, n) => row.starter!({ name: `${name}${n === 0 ? '' : 'to'}`, namespace: null }))
  const start = addFiles(
    emptyWorkspace(),
    texts.map((text, n) => ({ path: `${n}.yaml`, text })),
  )
  const graph = findGraph(start.objects)
  const ends = start.objects.filter(object => object.name === name || object.name === `${name}to`)
  const [first, second] = [ends.find(each => each.name === name), ends.find(each => each.name !== name)]
  if (!first || !second) return []
  return offersFor(graph, first.id, second.id).flatMap(({ rule }, number) => {
    const planned = planWire(graph, rule, first.id, second.id)
    if (!planned.ok) return []
    const tie = planTie(start, planned)
    if (!tie.ok) throw new Error(`${rule}: ${tie.message}`)
    const text = applyChange(start, tie.change).workspace.files.get('0.yaml')?.text ?? ''
    const own = `${name}r${number}`
    return [{ rule, name: own, to: `${name}to`, text: text.replace(`name: ${name}\n`, `name: ${own}\n`) }]
  })
}
