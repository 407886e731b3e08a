import { describe, expect, it } from 'vitest'
import { designOf } from './design.test-data'
import { savePlan } from './save'
import { settleConflicts } from './settle-conflict'
import { applyChange } from './workspace'

const { workspace } = designOf({ 'a.yaml': 'a: 1\n' })
const settle = (text: string | null, onDisk: string | null) => {
  const { workspace: knowing, change } = settleConflicts(workspace, [{ path: 'a.yaml', text, onDisk }], 'Merge')
  return { change, after: change ? applyChange(knowing, change).workspace : knowing }
}

describe('settleConflicts', () => {
  it('keeps mine without a step; the next save writes over what the disk holds', () => {
    const { change, after } = settle('a: 1\n', 'a: 2\n')
    expect(change).toBeNull()
    expect(savePlan(after)).toEqual([{ path: 'a.yaml', text: 'a: 1\n', expected: 'a: 2\n' }])
  })

  it('takes theirs, which leaves nothing to save', () => {
    expect(savePlan(settle('a: 2\n', 'a: 2\n').after)).toEqual([])
    expect(settle(null, null).after.files.size).toBe(0)
    expect(savePlan(settle(null, null).after)).toEqual([])
  })

  it('takes a merge of both, which is saved over theirs', () => {
    expect(savePlan(settle('a: 3\n', 'a: 2\n').after)).toEqual([{ path: 'a.yaml', text: 'a: 3\n', expected: 'a: 2\n' }])
  })
})
