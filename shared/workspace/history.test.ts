import { describe, expect, it } from 'vitest'
import type { Change } from './change'
import { designOf, textsOf } from './design.test-data'
import { updateDesign } from './design'
import { EMPTY_HISTORY, record, redo, undo, type History } from './history'
import { applyChange, type Workspace } from './workspace'

type State = { readonly workspace: Workspace; readonly history: History }

const start = (text: string): State => ({ workspace: designOf({ 'a.yaml': text }).workspace, history: EMPTY_HISTORY })
const text = ({ workspace }: State): string => textsOf(updateDesign(null, workspace))['a.yaml']!
const steps = ({ history }: State): readonly string[] => history.past.map(step => step.says)

const type = (state: State, at: number, insert: string, time: number, group: string | null = 'typing'): State => {
  const change: Change = {
    says: `Type ${insert}`,
    files: new Map([['a.yaml', { type: 'edit', splices: [{ from: at, to: at, insert }] }]]),
    ...(group !== null && { group }),
  }
  const applied = applyChange(state.workspace, change)
  return { workspace: applied.workspace, history: record(state.history, change, applied, time) }
}
const back = (state: State): State => {
  const { applied, history } = undo(state.workspace, state.history)!
  return { workspace: applied.workspace, history }
}
const forth = (state: State): State => {
  const { applied, history } = redo(state.workspace, state.history)!
  return { workspace: applied.workspace, history }
}

describe('history', () => {
  it('undoes step by step and redoes', () => {
    const typed = type(type(start('a: 1\n'), 0, '# x\n', 0, null), 4, '# y\n', 1, null)
    expect(text(back(typed))).toBe('# x\na: 1\n')
    expect(text(back(back(typed)))).toBe('a: 1\n')
    expect(text(forth(forth(back(back(typed)))))).toBe(text(typed))
    expect(steps(forth(back(typed)))).toEqual(['Type # x\n', 'Type # y\n'])
  })

  it('joins typing within a second into one step', () => {
    const typed = type(type(type(start(''), 0, 'a', 0), 1, 'b', 900), 2, 'c', 1800)
    expect(steps(typed)).toEqual(['Type c'])
    expect(text(back(typed))).toBe('')
    expect(text(forth(back(typed)))).toBe('abc')
  })

  it('begins another step after a pause, another group, or an undo', () => {
    expect(steps(type(type(start(''), 0, 'a', 0), 1, 'b', 1001))).toHaveLength(2)
    expect(steps(type(type(start(''), 0, 'a', 0), 1, 'b', 1, 'other'))).toHaveLength(2)
    expect(steps(type(forth(back(type(start(''), 0, 'a', 0))), 1, 'b', 1))).toHaveLength(2)
  })

  it('can not redo what was undone before a new change', () => {
    const state = type(back(type(start(''), 0, 'a', 0)), 0, 'b', 5)
    expect(redo(state.workspace, state.history)).toBeNull()
  })

  it('has nothing to undo or redo at first', () => {
    const { workspace, history } = start('')
    expect(undo(workspace, history)).toBeNull()
    expect(redo(workspace, history)).toBeNull()
  })
})
