import { describe, expect, it } from 'vitest'
import type { ApplyPlan, ObjectPlan } from '../../../shared/cluster/apply-plan'
import { countPlan, countsSay } from './plan-words'

const conflict = { path: '/spec/replicas', field: '.spec.replicas', manager: 'kubectl', theirs: '4', mine: '2' }

function object(id: string | null, state: ObjectPlan['state'], conflicts = 0): ObjectPlan {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    namespace: 'shop',
    name: id ?? 'gone',
    id,
    state,
    diff: '',
    before: null,
    after: null,
    conflicts: Array.from({ length: conflicts }, () => conflict),
    failure: null,
  }
}

const plan: ApplyPlan = {
  plan: 'p',
  context: 'kind-local',
  purpose: 'apply',
  objects: [
    object('a', 'added'),
    object('b', 'unchecked'),
    object('c', 'changed', 1),
    object('d', 'refused'),
    object('e', 'unchanged'),
    object(null, 'removed'),
  ],
  inventory: null,
  pruneSays: '',
  confirmation: { needs: 'nothing' },
  commands: [],
}
const none = { force: new Set<string>(), leaveOut: new Set<string>(), prune: false }

describe('countPlan', () => {
  it('counts what is refused, and conflicts that nobody has decided, as standing in the way', () => {
    expect(countPlan(plan, none)).toEqual({ add: 2, change: 1, remove: 0, all: 3, blocked: 2 })
  })

  it('is free when conflicts are forced and refused objects are left out', () => {
    const choices = { ...none, force: new Set(['c']), leaveOut: new Set(['d']) }
    expect(countPlan(plan, choices).blocked).toBe(0)
  })

  it('counts no object that is left out', () => {
    const choices = { ...none, leaveOut: new Set(['a', 'c']) }
    expect(countPlan(plan, choices)).toMatchObject({ add: 1, change: 0 })
  })

  it('counts removals only where they were asked for', () => {
    expect(countsSay(countPlan(plan, { ...none, prune: true }))).toBe('2 to add, 1 to change, 1 to remove')
    expect(countsSay(countPlan({ ...plan, objects: [] }, none))).toBe('Nothing to change')
  })
})
