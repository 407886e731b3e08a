import { describe, expect, it } from 'vitest'
import { shapeOf } from './field-shape'

describe('shapeOf', () => {
  it('follows the schema where nothing is written yet', () => {
    expect(shapeOf({ type: 'boolean' }, undefined, null)).toEqual({ type: 'switch' })
    expect(shapeOf({ type: 'integer' }, undefined, null)).toEqual({ type: 'number' })
    expect(shapeOf({ type: 'string', enum: ['A', 'B'] }, undefined, null)).toEqual({
      type: 'choice',
      choices: ['A', 'B'],
    })
    expect(shapeOf({ type: 'array', items: { type: 'string' } }, undefined, null)).toEqual({
      type: 'list',
      items: { type: 'string' },
    })
  })
  it('tells free keys from fields that have names', () => {
    expect(shapeOf({ type: 'object', additionalProperties: { type: 'string' } }, undefined, null).type).toBe('map')
    expect(shapeOf({ type: 'object', properties: { a: { type: 'string' } } }, undefined, null).type).toBe('object')
  })
  it('shows a value of the wrong structure as what it is', () => {
    expect(shapeOf({ type: 'string' }, { a: 1 }, null).type).toBe('map')
    expect(shapeOf({ type: 'object', properties: {} }, 'text', null).type).toBe('text')
    expect(shapeOf({ type: 'boolean' }, 'yes', null).type).toBe('text')
  })
  it('goes by what is written where the schema says nothing', () => {
    expect(shapeOf({ type: 'any' }, true, null).type).toBe('switch')
    expect(shapeOf({ type: 'any' }, [1], null).type).toBe('list')
  })
  it('takes the choices of the kind where the server accepts any text', () => {
    const hint = { path: '/type', label: 'type', input: 'choice', choices: ['Opaque'] } as const
    expect(shapeOf({ type: 'string' }, undefined, hint)).toEqual({ type: 'choice', choices: ['Opaque'] })
  })
})
