import { describe, expect, it } from 'vitest'
import { inBatches } from './batches'
import { KubectlError } from './kubectl-error'

const fails = (code: 'invalid' | 'unreachable') => new KubectlError(code, code)

describe('inBatches', () => {
  it('gives each item its own answer where a few of a batch fail', async () => {
    const runs: number[] = []
    const answers = await inBatches([...Array(50).keys()], 20, async batch => {
      runs.push(batch.length)
      if (batch.some(n => n % 17 === 3)) throw fails('invalid')
      return batch.map(n => n * 2)
    })
    expect(answers.map(answer => (answer.ok ? answer.value : answer.failure.code))).toEqual(
      [...Array(50).keys()].map(n => (n % 17 === 3 ? 'invalid' : n * 2)),
    )
    expect(runs.length).toBeLessThan(40)
  })

  it('asks once where the cluster is away', async () => {
    let runs = 0
    const answers = await inBatches([1, 2, 3, 4], 4, async () => {
      runs++
      throw fails('unreachable')
    })
    expect([runs, answers.length, answers.every(answer => !answer.ok)]).toEqual([1, 4, true])
  })

  it('leaves out what it may not begin', async () => {
    let left = 1
    const answers = await inBatches(
      [1, 2, 3],
      1,
      async batch => batch,
      () => left-- > 0,
    )
    expect(answers.map(({ item }) => item)).toEqual([1])
  })
})
