import { expect, it } from 'vitest'
import { createSessions } from './session'

const valueOf = (cookie: string | null): string => cookie?.split(';')[0] ?? ''

it('takes a token that others may have seen once, and its own as often as it is brought', () => {
  const sessions = createSessions(() => 4000)
  const [once, often] = [sessions.issueToken('once'), sessions.issueToken('often')]
  expect(sessions.begin(once)).not.toBeNull()
  expect(sessions.begin(once)).toBeNull()
  expect([sessions.begin(often), sessions.begin(often)]).not.toContain(null)
  expect(sessions.begin(`${often}x`)).toBeNull()
  expect(sessions.begin('')).toBeNull()
})

it('knows its own cookies among others, and none of another port', () => {
  const sessions = createSessions(() => 4000)
  const cookie = valueOf(sessions.begin(sessions.issueToken('often')))
  expect(sessions.isKnown(cookie)).toBe(true)
  expect(sessions.isKnown(`theme=dark; ${cookie}; x=y`)).toBe(true)
  expect(sessions.isKnown(cookie.replace('chartroom-4000', 'chartroom-4001'))).toBe(false)
  expect(sessions.isKnown(cookie.slice(0, -1))).toBe(false)
  expect(sessions.isKnown(undefined)).toBe(false)
  expect(createSessions(() => 4000).isKnown(cookie), 'a host that was started again').toBe(false)
})

it('keeps a bounded number of sessions, the newest', () => {
  const sessions = createSessions(() => 4000)
  const token = sessions.issueToken('often')
  const cookies = Array.from({ length: 101 }, () => valueOf(sessions.begin(token)))
  expect(sessions.isKnown(cookies[0])).toBe(false)
  expect(cookies.slice(1).every(cookie => sessions.isKnown(cookie))).toBe(true)
})
