import { describe, expect, it } from 'vitest'
import { createTurns } from './turns'

describe('createTurns', () => {
  it('never lets more run at once, lets all run, in order, and goes on after one that fails', async () => {
    const turns = createTurns(4)
    let running = 0
    let most = 0
    const begun: number[] = []
    const task = (n: number) => async () => {
      begun.push(n)
      most = Math.max(most, ++running)
      await new Promise(resolve => setTimeout(resolve, n % 3))
      running--
      if (n % 5 === 0) throw new Error(String(n))
      return n
    }
    const ended = await Promise.allSettled([...Array(40).keys()].map(n => turns.take(task(n))))
    expect(most).toBe(4)
    expect(begun).toEqual([...Array(40).keys()])
    expect(ended.filter(({ status }) => status === 'rejected')).toHaveLength(8)
  })
})
