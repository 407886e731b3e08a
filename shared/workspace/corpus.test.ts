import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { updateDesign } from './design'
import { savePlan } from './save'
import { addFiles, applyChange, emptyWorkspace } from './workspace'

const corpus = process.env['CHARTROOM_CORPUS'] ?? fileURLToPath(new URL('../../../shared/corpus', import.meta.url))
const files = existsSync(corpus)
  ? readdirSync(corpus, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && /\.(ya?ml|json)$/.test(entry.name))
      .map(entry => join(entry.parentPath, entry.name))
      .map(path => ({ path: relative(corpus, path), text: readFileSync(path, 'utf8') }))
  : []

describe.skipIf(files.length === 0)(
  `every file of the corpus${files.length === 0 ? ' (skipped: there is none)' : ''}`,
  () => {
    const opened = addFiles(emptyWorkspace(), files)

    it('opens, and a save would write nothing', () => {
      expect(opened.objects.length).toBeGreaterThan(3000)
      expect(savePlan(opened)).toEqual([])
    })

    it('says where each object stands: its kind is in the text there', () => {
      const lost = opened.objects.filter(({ id, data, kind }) => {
        const { file, from, to, item } = opened.placeOf(id)!
        const text = opened.files.get(file)!.text.slice(from, to)
        return data['kind'] !== kind || !(text.includes(kind) || item !== null)
      })
      expect(lost.map(({ file, name }) => `${file} ${name}`)).toEqual([])
    })

    it('keeps all objects through a line typed on top of each file, and gives the bytes back', () => {
      const splices = [{ from: 0, to: 0, insert: '# typed\n' }]
      const typed = files.filter(({ text }) => !text.startsWith('\ufeff') && !/^\s*[{%]/.test(text))
      const change = {
        says: 'Type',
        files: new Map(typed.map(({ path }) => [path, { type: 'edit', splices } as const])),
      }
      const { workspace, inverse } = applyChange(opened, change)
      expect(workspace.objects.map(({ id }) => id)).toEqual(opened.objects.map(({ id }) => id))
      const undone = applyChange(workspace, inverse).workspace
      expect(savePlan(undone)).toEqual([])
      expect(undone.objects).toEqual(opened.objects)
    })

    it('has places for all its problems', () => {
      const design = updateDesign(null, opened)
      const outside = design.problems.filter(({ file, from, to }) => {
        return from < 0 || to < from || to > (opened.files.get(file)?.text.length ?? 0)
      })
      expect(outside).toEqual([])
    })
  },
)
