import { describe, expect, it } from 'vitest'
import { fileRows } from './file-rows'

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
