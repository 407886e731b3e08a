import { describe, expect, it } from 'vitest'
import type { ObjectPlan } from './apply-plan'
import { dataLossOf } from './data-loss'

const object = (kind: string, name: string, changes: Partial<ObjectPlan> = {}): ObjectPlan => ({
  ...{ apiVersion: 'v1', kind, namespace: 'shop', name, id: null, state: 'removed' },
  ...{ diff: '', before: null, after: null, conflicts: [], failure: null },
  ...changes,
})

describe('dataLossOf', () => {
  it('asks for the name of the one claim that is deleted', () => {
    expect(dataLossOf([object('ConfigMap', 'a'), object('PersistentVolumeClaim', 'orders')])).toMatchObject({
      word: 'orders',
      why: 'PersistentVolumeClaim orders is deleted, and its data with it.',
    })
  })
  it('asks for their number where there are several', () => {
    const two = [object('PersistentVolumeClaim', 'orders'), object('PersistentVolume', 'disk')]
    expect(dataLossOf(two)).toMatchObject({ word: '2 volumes', objects: two })
  })
  it('asks nothing where no data goes: other kinds, what is kept, what is only changed', () => {
    const kept = { failure: { code: 'refused-by-policy', message: 'Helm manages it.' } } as const
    expect(
      dataLossOf([
        object('ConfigMap', 'a'),
        object('PersistentVolumeClaim', 'orders', kept),
        object('PersistentVolumeClaim', 'orders', { state: 'changed' }),
        object('PersistentVolumeClaim', 'orders', { apiVersion: 'example.org/v1' }),
      ]),
    ).toBeNull()
  })
})
