import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applySplices, type Splice } from '../text/splice'
import { editsOf } from '../text/splice.test-data'
import type { Change } from './change'
import { designOf } from './design.test-data'
import { addFiles, applyChange, emptyWorkspace, type Workspace } from './workspace'

const pod = (name: string, more = ''): string => `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\n${more}`
const workspaceOf = (text: string): Workspace => designOf({ 'a.yaml': text }).workspace
const edit = (...splices: Splice[]): Change => ({
  says: 'Edit',
  files: new Map([['a.yaml', { type: 'edit', splices }]]),
})
const names = ({ objects }: Workspace): readonly string[] => objects.map(({ id, name }) => `${id} ${name}`)
const textOf = (workspace: Workspace): string => workspace.files.get('a.yaml')!.text

/** Replaces the first occurrence of a text. */
const replaced = (workspace: Workspace, before: string, after: string): Workspace => {
  const from = textOf(workspace).indexOf(before)
  return applyChange(workspace, edit({ from, to: from + before.length, insert: after })).workspace
}

describe('applyChange', () => {
  const three = `${pod('a')}---\n${pod('b')}---\n${pod('c')}`

  it('reads the touched document alone: the others keep their state and their objects', () => {
    const before = workspaceOf(three)
    const after = replaced(before, 'name: b', 'name: longer')
    expect(names(after)).toEqual(['o1 a', 'o2 longer', 'o3 c'])
    const [a, b] = [before, after].map(workspace => workspace.files.get('a.yaml')!.documents)
    expect([0, 1, 2].map(i => a![i] === b![i])).toEqual([true, false, true])
    expect(after.objects[2]).toBe(before.objects[2])
  })

  it('keeps an object whose comments alone were edited, and the list of all objects', () => {
    const before = workspaceOf(three)
    expect(replaced(before, '  name: b', '  name: b # why').objects).toBe(before.objects)
  })

  it('tells where objects stand after an edit above them', () => {
    const after = replaced(workspaceOf(three), 'name: a', 'name: a # a long comment')
    const place = after.placeOf('o3')!
    expect(textOf(after).slice(place.from, place.to)).toBe(pod('c').trimEnd())
    expect(place).toMatchObject({ document: 2, item: null })
  })

  it('keeps ids when a separator is typed between documents and taken away again', () => {
    const before = workspaceOf(`${pod('a')}${pod('b')}`)
    expect(before.objects.length).toBeLessThan(2)
    const after = replaced(before, 'name: a\n', 'name: a\n---\n')
    expect(after.objects.map(({ name }) => name)).toEqual(['a', 'b'])
    const again = replaced(replaced(after, '---\n', ''), 'name: a\n', 'name: a\n---\n')
    expect(names(again)).toEqual(names(after))
  })

  it('keeps the objects of a document while it can not be read, and says that they are stale', () => {
    const before = workspaceOf(three)
    const broken = replaced(before, 'kind: Pod', 'kind: "Pod')
    expect(broken.objects).toBe(before.objects)
    expect(broken.files.get('a.yaml')!.documents[0]).toMatchObject({ isStale: true })
    const mended = replaced(broken, 'kind: "Pod', 'kind: Pod')
    expect(mended.files.get('a.yaml')!.documents[0]).toMatchObject({ isStale: false, problems: [] })
    expect(mended.objects).toEqual(before.objects)
  })

  it('gives the ids back when a deletion is undone', () => {
    const before = workspaceOf(three)
    const { from, to } = before.files.get('a.yaml')!.pieces[1]!
    const { workspace, inverse, gone } = applyChange(before, edit({ from, to, insert: '' }))
    expect(names(workspace)).toEqual(['o1 a', 'o3 c'])
    expect(gone).toEqual(['o2'])
    const undone = applyChange(workspace, inverse)
    expect(names(undone.workspace)).toEqual(names(before))
    expect(undone.made).toEqual(['o2'])
    expect(inverse.select).toEqual(['o2'])
  })

  it('takes a document that moves to another file for the same object', () => {
    const before = addFiles(workspaceOf(three), [{ path: 'b.yaml', text: '' }])
    const { from } = before.files.get('a.yaml')!.pieces[2]!
    const change: Change = {
      says: 'Move',
      files: new Map([
        ['b.yaml', { type: 'edit', splices: [{ from: 0, to: 0, insert: pod('c') }] }],
        ['a.yaml', { type: 'edit', splices: [{ from: from - 4, to: textOf(before).length, insert: '' }] }],
      ]),
    }
    const { workspace, made, gone } = applyChange(before, change)
    expect(names(workspace)).toEqual(['o1 a', 'o2 b', 'o3 c'])
    expect([made, gone]).toEqual([[], []])
    expect(workspace.placeOf('o3')).toMatchObject({ file: 'b.yaml', document: 0 })
  })

  it('lets two files exchange their paths', () => {
    const before = addFiles(emptyWorkspace(), [
      { path: 'a.yaml', text: pod('a') },
      { path: 'b.yaml', text: pod('b') },
    ])
    const change: Change = {
      says: 'Exchange',
      files: new Map([
        ['a.yaml', { type: 'rename', to: 'b.yaml', splices: [] }],
        ['b.yaml', { type: 'rename', to: 'a.yaml', splices: [] }],
      ]),
    }
    const { workspace, inverse } = applyChange(before, change)
    expect(names(workspace)).toEqual(['o2 b', 'o1 a'])
    expect(workspace.deleted.size).toBe(0)
    expect(applyChange(workspace, inverse).workspace.objects).toEqual(before.objects)
  })

  it('keeps the place of a card whose object is renamed in the text, and undoes that', () => {
    const placed = applyChange(workspaceOf(three), {
      says: 'Move',
      files: new Map(),
      layout: new Map([['default/Pod./b', { x: 4, y: 8 }]]),
    }).workspace
    const from = textOf(placed).indexOf('name: b')
    const { workspace, inverse } = applyChange(placed, edit({ from, to: from + 7, insert: 'name: bee' }))
    expect([...workspace.layout.cards]).toEqual([['default/Pod./bee', { x: 4, y: 8, more: {} }]])
    expect(applyChange(workspace, inverse).workspace.layout).toEqual(placed.layout)
  })

  it('throws for a file that is not there, or is there already', () => {
    const workspace = workspaceOf('')
    const create: Change = { says: '', files: new Map([['a.yaml', { type: 'create', text: '' }]]) }
    expect(() => applyChange(workspace, create)).toThrow('a.yaml')
    expect(() => applyChange(emptyWorkspace(), edit())).toThrow('a.yaml')
  })

  it('gives, after any edits, what reading the text anew gives; and the first text back', () => {
    const line = fc.constantFrom(
      '---\n',
      '--- # x\n',
      'kind: Pod\n',
      'metadata: {name: a}\n',
      'metadata:\n  name: b\n',
      '# c\n',
      '\n',
      'a: [\n',
      '{',
      '- x\n',
      '...\n',
    )
    const text = fc.array(line, { maxLength: 14 }).map(lines => lines.join(''))
    const insertOf = (splices: readonly Splice[], lines: readonly string[]): readonly Splice[] =>
      splices.map((splice, i) => ({ ...splice, insert: lines[i] ?? splice.insert }))
    fc.assert(
      fc.property(
        text.chain(before => fc.tuple(fc.constant(before), editsOf(before), fc.array(line, { maxLength: 5 }))),
        ([before, drafts, lines]) => {
          const splices = insertOf(drafts, lines)
          const first = addFiles(emptyWorkspace(), [{ path: 'a.yaml', text: before }])
          const { workspace, inverse } = applyChange(first, edit(...splices))
          const after = applySplices(before, splices)
          const anew = addFiles(emptyWorkspace(), [{ path: 'a.yaml', text: after }])
          expect(textOf(workspace)).toBe(after)
          expect(fresh(workspace)).toEqual(fresh(anew))
          const undone = applyChange(workspace, inverse).workspace
          expect(textOf(undone)).toBe(before)
          expect(fresh(undone)).toEqual(fresh(first))
        },
      ),
      { numRuns: 1000 },
    )
  })
})

/** What was read, without ids and without what stays of documents that can't be read. */
function fresh({ files }: Workspace): unknown {
  const { pieces, documents } = files.get('a.yaml')!
  return pieces.map((piece, i) => {
    const { objects, spans, holds, problems, isStale } = documents[i]!
    return isStale || holds === 'unreadable'
      ? { piece, problems }
      : {
          piece,
          problems,
          holds,
          spans,
          objects: objects.map(({ data, name, namespace }) => ({ data, name, namespace })),
        }
  })
}
