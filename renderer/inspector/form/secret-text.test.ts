import { describe, expect, it } from 'vitest'
import { base64OfText, sizeOfBase64, textOfBase64 } from './secret-text'

describe('secret texts', () => {
  it('come back as they were, in any script', () => {
    for (const text of ['', 'hunter2', 'päß wörd\n', '日本 🔑', 'a'.repeat(100_000)])
      expect(textOfBase64(base64OfText(text))).toBe(text)
  })
  it('are what kubectl would store', () => {
    expect(base64OfText('s3cr3t')).toBe('czNjcjN0')
  })
  it('are read across the line breaks of a block', () => {
    expect(textOfBase64('czNj\n  cjN0\n')).toBe('s3cr3t')
  })
  it('are none where the bytes are no text', () => {
    expect(textOfBase64('/////w==')).toBeNull()
    expect(textOfBase64('AAEC')).toBeNull()
    expect(textOfBase64('not base64!')).toBeNull()
    expect(sizeOfBase64('AAEC')).toBe(3)
    expect(sizeOfBase64('/////w==')).toBe(4)
  })
})
