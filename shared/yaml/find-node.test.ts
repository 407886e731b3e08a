import { describe, expect, it } from 'vitest'
import { nodeAt, pathAt } from './find-node'
import { readFile } from './read/read-file'

const text = 'spec:\n  ports:\n  - name: http\n    n: 1\n  - name: x\n"a/b": {c: [1, 2]}\nn: 5\n'
const root = readFile(text)[0]!.root!

describe('nodeAt', () => {
  it('follows keys as they are written, and item numbers', () => {
    const slice = (path: string[]): string | null => {
      const found = nodeAt(text, root, path)
      return found === null ? null : text.slice(found.node.from, found.node.to)
    }
    expect(slice(['spec', 'ports', '1', 'name'])).toBe('x')
    expect(slice(['a/b', 'c', '1'])).toBe('2')
    expect(slice(['n'])).toBe('5')
    expect(slice(['false'])).toBeNull()
    expect(slice(['spec', 'ports', '01'])).toBeNull()
    expect(slice(['spec', 'ports', '2'])).toBeNull()
  })
  it('says how the node hangs in the tree', () => {
    const found = nodeAt(text, root, ['spec', 'ports', '0'])
    expect(found?.parent?.type).toBe('seq')
    expect(text[found!.item!.from]).toBe('-')
  })
  it('takes the last of two equal keys, as kubectl does', () => {
    const twice = 'a: 1\na: 2\n'
    expect(nodeAt(twice, readFile(twice)[0]!.root!, ['a'])?.node.from).toBe(8)
  })
})

describe('pathAt', () => {
  const at = (needle: string): string[] => pathAt(text, root, text.indexOf(needle))

  it('gives the path of the value under an offset, or of the key on it', () => {
    expect(at('http')).toEqual(['spec', 'ports', '0', 'name'])
    expect(at('ports')).toEqual(['spec', 'ports'])
    expect(at('2]')).toEqual(['a/b', 'c', '1'])
    expect(at('n: 5')).toEqual(['n'])
  })
  it('leads back to the node at that path', () => {
    for (let offset = 0; offset < text.length; offset++) {
      const found = nodeAt(text, root, pathAt(text, root, offset))
      expect(found).not.toBeNull()
    }
  })
})
