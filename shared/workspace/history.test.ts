import { describe, expect, it } from 'vitest'
import type { Change } from './change'
import { designOf, textsOf } from './design.test-data'
import { updateDesign } from './design'
import { EMPTY_HISTORY, forgetFiles, record, recordForeign, redo, undo, type History } from './history'
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

  const others = (text: string): Change => ({ says: 'Others', files: new Map([['b.yaml', { type: 'create', text }]]) })
  const foreign = ({ workspace, history }: State, change: Change): State => {
    const applied = applyChange(workspace, change)
    return { workspace: applied.workspace, history: recordForeign(history, change, applied, 0) }
  }

  it('redoes what was undone before another program changed another file', () => {
    const state = foreign(back(type(start('a: 1\n'), 0, '# x\n', 0)), others('b: 1\n'))
    expect(text(forth(state))).toBe('# x\na: 1\n')
    expect(text(forth(forth(back(back(forth(state))))))).toBe('# x\na: 1\n')
  })

  it('can not redo what was undone before another program changed the same file', () => {
    const edit: Change = {
      says: 'Others',
      files: new Map([['a.yaml', { type: 'edit', splices: [{ from: 0, to: 4, insert: '' }] }]]),
    }
    expect(foreign(back(type(start('a: 1\n'), 0, '# x\n', 0)), edit).history.future).toEqual([])
  })

  it('brings back a file that another program deleted, with its edits before that', () => {
    const gone: Change = { says: 'Others', files: new Map([['a.yaml', { type: 'delete' }]]) }
    const state = back(foreign(type(start('a: 1\n'), 0, '# x\n', 0), gone))
    expect(text(state)).toBe('# x\na: 1\n')
    expect(text(back(state))).toBe('a: 1\n')
  })

  it('takes what another program does within a second for one step', () => {
    const make = (path: string): Change => ({
      says: 'Others',
      files: new Map([[path, { type: 'create', text: 'b: 1\n' }]]),
      group: 'others',
    })
    const state = foreign(foreign(start('a: 1\n'), make('b.yaml')), make('c.yaml'))
    expect(steps(state)).toEqual(['Changes to 2 files by another program'])
    expect([...back(state).workspace.files.keys()]).toEqual(['a.yaml'])
    expect([...forth(back(state)).workspace.files.keys()]).toEqual(['a.yaml', 'b.yaml', 'c.yaml'])
  })

  it('forgets a file whose text came without a step, and undoes the rest of the same step', () => {
    const made = foreign(start('a: 1\n'), others('b: 1\n'))
    const both: Change = {
      says: 'Both',
      files: new Map(
        ['a.yaml', 'b.yaml'].map(path => [path, { type: 'edit', splices: [{ from: 0, to: 0, insert: '#' }] }]),
      ),
    }
    const state = foreign(type(made, 0, '# x\n', 0), both)
    const left = { ...state, history: forgetFiles(state.history, ['b.yaml']) }
    expect(steps(left)).toEqual(['Type # x\n', 'Both'])
    expect(text(back(left))).toBe('# x\na: 1\n')
    expect(forgetFiles(left.history, ['a.yaml'])).toEqual(EMPTY_HISTORY)
  })
})
