import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { samples } from '../../patterns/samples'
import { findGraph } from '../../relations/find'
import type { Graph } from '../../relations/graph'
import { namesIn, type Named } from '../../relations/renames/named'
import type { FileInput } from '../workspace-file'
import { updateDesign, type Design } from '../design'
import { designOf, done, idOf, refused, textsOf } from '../design.test-data'
import { nameKey } from '../identity'
import { addFiles, applyChange, emptyWorkspace } from '../workspace'
import { rename } from './rename'

/** What ties what, whatever it is called. */
function tiesOf({ relations }: Graph): readonly string[] {
  return relations
    .map(({ rule, from, to, missing, outside }) => [rule, from, to, missing !== null, outside !== null].join(' '))
    .sort()
}

/** Renames, and holds the two promises against it: the graph is the same but for the name, and undo gives the bytes. */
function holdsPromises(design: Design, named: Named, to: string): 'renamed' | 'refused' {
  const planned = rename(design, { named, to })
  if (!planned.ok) return 'refused'
  const { workspace, inverse } = applyChange(design.workspace, planned.change)
  const graph = findGraph(workspace.objects)
  expect({ ties: tiesOf(graph), of: planned.change.says }).toEqual({
    ties: tiesOf(findGraph(design.workspace.objects)),
    of: planned.change.says,
  })
  const undone = applyChange(workspace, inverse).workspace
  for (const [path, { text }] of design.workspace.files) expect(undone.files.get(path)?.text).toBe(text)
  return 'renamed'
}

function designFrom(files: readonly FileInput[]): Design {
  return updateDesign(null, addFiles(emptyWorkspace(), files))
}

/** What can be renamed in a design, but for objects that share their name. */
function everyName({ workspace }: Design): readonly Named[] {
  const counts = new Map<string, number>()
  for (const object of workspace.objects) counts.set(nameKey(object), (counts.get(nameKey(object)) ?? 0) + 1)
  return workspace.objects.filter(object => counts.get(nameKey(object)) === 1).flatMap(namesIn)
}

describe('a rename', () => {
  it('changes every file that speaks of the name, in one step', () => {
    const design = designOf({
      'config.yaml': `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        data:
          url: x # where
      `,
      'web.yaml': `
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
          - name: web
            env:
            - name: URL
              valueFrom:
                configMapKeyRef: {name: settings, key: "url"}
      `,
    })
    const named: Named = { what: 'key', object: idOf(design, 'ConfigMap settings'), key: 'url' }
    const { after, change } = done(design, rename(design, { named, to: 'address' }))
    expect(change.says).toBe('Rename key url of ConfigMap settings to address')
    expect(textsOf(after)['config.yaml']).toContain('  address: x # where\n')
    expect(textsOf(after)['web.yaml']).toContain('{name: settings, key: "address"}')
  })

  it('of a Namespace moves everything in it along', () => {
    const design = designOf({
      'ns.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n',
      'web.yaml': 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  namespace: shop\n',
    })
    const { after } = done(design, rename(design, { named: { what: 'namespace', namespace: 'shop' }, to: 'store' }))
    expect(after.workspace.objects.map(({ namespace, name }) => [namespace, name])).toEqual([
      [null, 'store'],
      ['store', 'web'],
    ])
  })

  it('to the name that it has changes nothing', () => {
    const design = designOf({ 'ns.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n' })
    const planned = rename(design, { named: { what: 'namespace', namespace: 'shop' }, to: 'shop' })
    expect(planned.ok && planned.change.files.size).toBe(0)
  })

  it('of what is not there any more is refused', () => {
    const design = designOf({ 'a.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata: {k: v}\n' })
    const object = idOf(design, 'ConfigMap a')
    expect(refused(rename(design, { named: { what: 'key', object, key: 'gone' }, to: 'x' })).code).toBe(
      'object-is-gone',
    )
    expect(refused(rename(design, { named: { what: 'label', object: 'nobody', key: 'k' }, to: 'x' })).code).toBe(
      'object-is-gone',
    )
  })

  it('keeps every tie of 200 seeded renames in the samples, and undo gives the bytes back', () => {
    expect(
      renameAtRandom(
        samples.map(({ files }) => designFrom(files)),
        200,
      ).refused,
    ).toBeLessThan(10)
  })
})

/** Seeded renames of anything that has one meaning: two objects of one name are the same one to whoever refers to them. */
function renameAtRandom(designs: readonly Design[], times: number): Record<'renamed' | 'refused', number> {
  const answers = { renamed: 0, refused: 0 }
  const names = designs.map(everyName)
  const any = fc.record({ design: fc.nat(), name: fc.nat(), to: fc.constantFrom('other', 'x', 'new-name-2', 'a9') })
  for (const chosen of fc.sample(any, { numRuns: times, seed: 6 })) {
    const n = chosen.design % designs.length
    const design = designs[n]!
    const named = names[n]![chosen.name % names[n]!.length]
    if (named !== undefined) answers[holdsPromises(design, named, chosen.to)]++
  }
  return answers
}

const corpus = process.env['CHARTROOM_CORPUS'] ?? fileURLToPath(new URL('../../../../shared/corpus', import.meta.url))
const files: readonly FileInput[] = existsSync(corpus)
  ? readdirSync(corpus, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && /\.(ya?ml|json)$/.test(entry.name))
      .map(entry => join(entry.parentPath, entry.name))
      .map(path => ({ path: relative(corpus, path), text: readFileSync(path, 'utf8') }))
  : []

describe.skipIf(files.length === 0)(`the corpus${files.length === 0 ? ' (skipped: there is none)' : ''}`, () => {
  it('keeps every tie of 1,000 seeded renames, and undo gives the bytes back', { timeout: 120_000 }, () => {
    const designs = files.map(file => designFrom([file])).filter(design => everyName(design).length > 0)
    expect(renameAtRandom(designs, 1000).refused).toBeLessThan(20)
  })
})
