import { describe, expect, it } from 'vitest'
import { designOf, done, idOf, refused, textsOf } from '../design.test-data'
import { updateDesign } from '../design'
import { LAYOUT_PATH } from '../layout'
import { applyChange } from '../workspace'
import { recoverWork } from './recover-work'

const pod = (name: string): string => `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name} # ours\n`

describe('recoverWork', () => {
  const design = designOf({ 'a.yaml': pod('web'), 'b.yaml': pod('api'), 'c.yaml': pod('db') })
  const files = [
    { path: 'a.yaml', text: pod('shop') },
    { path: 'b.yaml', text: null },
    { path: 'new.yaml', text: pod('new') },
    { path: LAYOUT_PATH, text: '{"version": 1, "cards": {"default/Pod./db": {"x": 7, "y": 9}}}' },
  ]

  it('gives files their texts, new and deleted ones too, and cards their places', () => {
    const { after } = done(design, recoverWork(design, { files }))
    expect(textsOf(after)).toEqual({ 'a.yaml': pod('shop'), 'c.yaml': pod('db'), 'new.yaml': pod('new') })
    expect(after.places.get(idOf(after, 'Pod db'))).toMatchObject({ x: 7, y: 9 })
    expect(idOf(after, 'Pod shop')).toBe(idOf(design, 'Pod web'))
  })

  it('is one step, which can be taken back', () => {
    const planned = recoverWork(design, { files })
    if (!planned.ok) throw new Error(planned.message)
    const { workspace, inverse } = applyChange(design.workspace, planned.change)
    expect(textsOf(updateDesign(null, applyChange(workspace, inverse).workspace))).toEqual(textsOf(design))
  })

  it('does nothing where the files hold the work already', () => {
    const texts = [
      { path: 'a.yaml', text: pod('web') },
      { path: 'gone.yaml', text: null },
    ]
    expect(refused(recoverWork(design, { files: texts })).code).toBe('nothing-to-recover')
  })
})
