import { describe, expect, it } from 'vitest'
import { agoInWords } from './ago'

const now = new Date(2026, 10, 24, 12, 0)
const ago = (...parts: [number, number, number, number, number]) => agoInWords(new Date(...parts).toISOString(), now)

describe('agoInWords', () => {
  it('says it as one would now', () => {
    expect(ago(2026, 10, 24, 11, 59)).toBe('1 minute ago')
    expect(ago(2026, 10, 24, 11, 50)).toBe('10 minutes ago')
    expect(ago(2026, 10, 24, 9, 0)).toBe('3 hours ago')
    expect(ago(2026, 10, 23, 23, 0)).toBe('Yesterday')
    expect(ago(2026, 10, 12, 9, 0)).toBe('12 November')
    expect(ago(2025, 10, 12, 9, 0)).toBe('12 November 2025')
  })
})
