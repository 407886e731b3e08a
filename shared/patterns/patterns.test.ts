import { describe, expect, it } from 'vitest'
import { isMap, listAt, mapAt, textAt, type PlainMap } from '../yaml/plain'
import { plainOf } from '../yaml/meaning'
import { readFile } from '../yaml/read/read-file'
import { allKinds, kindOfData } from '../kinds/kinds'
import { containersOf, podTemplateOf } from '../kinds/pod-template'
import { addFiles, emptyWorkspace } from '../workspace/workspace'
import { updateDesign } from '../workspace/design'
import { layoutKeys } from '../workspace/layout'
import { patterns } from './patterns'
import { samples, type SampleFile } from './samples'

function objectsIn(text: string): readonly PlainMap[] {
  return readFile(text).map(reading => {
    expect(reading.problems).toEqual([])
    const meaning = plainOf(text, reading.root)
    if (!meaning.ok || !isMap(meaning.value)) throw new Error(`no object in ${text}`)
    return meaning.value
  })
}

function designOf(files: readonly SampleFile[]) {
  return updateDesign(null, addFiles(emptyWorkspace(), files))
}

/** What must hold for every text that we hand to somebody as an example. */
function expectExemplary(files: readonly SampleFile[]): void {
  const objects = files.flatMap(file => objectsIn(file.text))
  for (const object of objects) {
    const row = kindOfData(object)
    expect(row.versions, textAt(object, 'kind') ?? '').toContain(textAt(object, 'apiVersion')?.split('/').at(-1))
    const template = podTemplateOf(object)
    if (template === null) continue
    expect(mapAt(template.spec, 'securityContext')).toMatchObject({ runAsNonRoot: true })
    for (const { container, role } of containersOf(template.spec)) {
      expect(mapAt(container, 'securityContext')).toMatchObject({ allowPrivilegeEscalation: false })
      expect(mapAt(container, 'resources', 'limits')).toHaveProperty('memory')
      const isServed = role === 'container' && listAt(container, 'ports').length > 0
      expect('readinessProbe' in container).toBe(isServed)
    }
  }
  const names = objects.map(object => {
    const namespace = textAt(object, 'metadata', 'namespace')
    return `${namespace} ${textAt(object, 'kind')} ${textAt(object, 'metadata', 'name')}`
  })
  expect(new Set(names).size).toBe(names.length)
  const design = designOf(files)
  expect(design.workspace.objects.length).toBe(objects.length)
  expect(design.problems.map(problem => problem.message)).toEqual([])
  expect(design.graph.relations.filter(relation => relation.missing !== null && !relation.optional)).toEqual([])
}

describe.each(samples)('the sample $title', sample => {
  it('is valid, restricted, and has nothing dangling', () => {
    expectExemplary(sample.files)
  })
  it('has notes beside cards that are there', () => {
    const keys = [...layoutKeys(designOf(sample.files).workspace.objects).values()]
    for (const note of sample.notes) expect(keys).toContain(note.beside)
    for (const key of sample.layout?.keys() ?? []) expect(keys).toContain(key)
  })
})

describe.each(patterns)('the pattern $title', pattern => {
  it('is valid, restricted, and has nothing dangling, with and without a namespace', () => {
    for (const namespace of [null, 'shop'])
      expectExemplary([{ path: 'new.yaml', text: pattern.text({ name: pattern.usualName, namespace }) }])
  })
  it('names everything after the name that it is given', () => {
    const text = pattern.text({ name: 'zebra', namespace: null })
    expect(text).toContain('name: zebra')
    expect(text).not.toMatch(new RegExp(`name: ${pattern.usualName}$`, 'm'))
  })
})

describe('samples and patterns', () => {
  it('have ids of their own and a sentence that describes them', () => {
    for (const rows of [samples, patterns]) {
      expect(new Set(rows.map(row => row.id)).size).toBe(rows.length)
      for (const row of rows) expect(row.description).toMatch(/^[A-Z].*\.$/)
    }
    const icons = new Set(allKinds().map(row => row.icon))
    for (const pattern of patterns) expect(icons).toContain(pattern.icon)
  })
})
