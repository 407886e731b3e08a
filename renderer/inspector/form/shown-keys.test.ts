import { describe, expect, it } from 'vitest'
import { fieldOffers, shownKeys } from './shown-keys'

const schema = {
  type: 'object',
  required: ['name'],
  properties: {
    name: { type: 'string', description: 'Name of the container.' },
    image: { type: 'string', description: 'Container image name.' },
    imagePullPolicy: { type: 'string', description: 'When to pull.' },
    stdin: { type: 'boolean', description: 'Whether a buffer is kept.' },
  },
} as const

describe('shownKeys', () => {
  it('shows what is required, wanted, written and asked for, each once', () => {
    expect(shownKeys(schema, { stdin: true, name: 'a' }, ['image'], ['stdin', 'imagePullPolicy'])).toEqual([
      'image',
      'name',
      'stdin',
      'imagePullPolicy',
    ])
  })
  it('shows fields that the server does not know, for they are in the file', () => {
    expect(shownKeys(schema, { imgae: 'nginx' }, [], [])).toEqual(['name', 'imgae'])
  })
  it('leaves out what the kind wants seen where the version does not have it', () => {
    expect(shownKeys(schema, {}, ['gone'], [])).toEqual(['name'])
  })
})

describe('fieldOffers', () => {
  const offered = (words: string) => fieldOffers(schema, new Set(['name']), words).map(({ key }) => key)
  it('offers what is not shown', () => {
    expect(offered('')).toEqual(['image', 'imagePullPolicy', 'stdin'])
  })
  it('finds by name first and then by description', () => {
    expect(offered('pull')).toEqual(['imagePullPolicy'])
    expect(offered('container')).toEqual(['image'])
    expect(offered('nothing of the sort')).toEqual([])
  })
})
