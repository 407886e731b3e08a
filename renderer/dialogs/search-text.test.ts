import { describe, expect, it } from 'vitest'
import { addFiles, emptyWorkspace } from '../../shared/workspace/workspace'
import { findLines } from './search-text'

const workspace = addFiles(emptyWorkspace(), [
  { path: 'a.yaml', text: 'one: nginx\ntwo: 2\n  three: NGINX nginx\n' },
  { path: 'b.yaml', text: 'image: nginx:1.29' },
])

describe('findLines', () => {
  it('finds a text in every file, whatever its case, once a line', () => {
    expect(findLines(workspace, 'nginx', 10).map(({ file, line, text }) => `${file}:${line} ${text}`)).toEqual([
      'a.yaml:1 one: nginx',
      'a.yaml:3 three: NGINX nginx',
      'b.yaml:1 image: nginx:1.29',
    ])
  })
  it('stops at the number that is wanted, and finds nothing for nothing', () => {
    expect(findLines(workspace, 'nginx', 1)).toHaveLength(1)
    expect(findLines(workspace, '  ', 10)).toEqual([])
  })
})
