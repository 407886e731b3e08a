import { describe, expect, it } from 'vitest'
import { updateDesign } from '../../shared/workspace/design'
import { addFiles, emptyWorkspace } from '../../shared/workspace/workspace'
import { fileRows, withObjects } from './file-rows'

const shown = (paths: readonly string[], closed: readonly string[] = []) =>
  fileRows(paths, new Set(closed)).map(row => '  '.repeat(row.level) + row.name + (row.open === null ? '' : '/'))

describe('fileRows', () => {
  it('shows folders before files, both by name', () => {
    expect(shown(['z.yaml', 'shop/web.yaml', 'a.yaml', 'shop/api.yaml'])).toEqual([
      'shop/',
      '  api.yaml',
      '  web.yaml',
      'a.yaml',
      'z.yaml',
    ])
  })
  it('keeps what is in a closed folder out', () => {
    expect(shown(['shop/db/a.yaml', 'shop/b.yaml', 'c.yaml'], ['shop'])).toEqual(['shop/', 'c.yaml'])
  })
  it('does not take folders with a common beginning for one', () => {
    expect(shown(['shop/a.yaml', 'shop-2/a.yaml'])).toEqual(['shop-2/', '  a.yaml', 'shop/', '  a.yaml'])
  })
})

describe('withObjects', () => {
  const text = 'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\n'
  const { workspace } = updateDesign(null, addFiles(emptyWorkspace(), [{ path: 'shop/web.yaml', text }]))
  const objects = new Map([['shop/web.yaml', workspace.objects]])
  const rows = fileRows(['shop/web.yaml', 'empty.yaml'], new Set())
  const shown = (open: readonly string[]) =>
    withObjects(rows, objects, new Set(open)).map(row => `${row.level} ${row.type} ${row.name} ${row.open}`)

  it('shows the objects of the files that are open, one level in', () => {
    expect(shown(['shop/web.yaml'])).toEqual([
      '0 folder shop true',
      '1 file web.yaml true',
      '2 object web null',
      '0 file empty.yaml null',
    ])
  })
  it('has nothing to open in a file without objects', () => {
    expect(shown(['empty.yaml'])).toEqual(['0 folder shop true', '1 file web.yaml false', '0 file empty.yaml null'])
  })
})
