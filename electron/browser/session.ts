import { randomBytes, timingSafeEqual } from 'node:crypto'

/** Who may talk to the browser host: whoever brought a token of an address that it gave out. */
export type Sessions = {
  /** A token for an address. One that a program's arguments show to others on this machine is good for one use. */
  issueToken(use: 'once' | 'often'): string
  /** The cookie for a token, or null where the token is none. */
  begin(token: string): string | null
  /** Whether a `Cookie` header holds a session of this host. */
  isKnown(cookieHeader: string | undefined): boolean
}

/** Sessions beyond this end the oldest: each is a tab that was opened with an address. */
const KEPT = 100

/** `port` is part of the cookie's name, since browsers share cookies between all ports of a machine. */
export function createSessions(port: () => number): Sessions {
  const tokens = new Map<string, 'once' | 'often'>()
  const sessions: string[] = []
  const cookieName = (): string => `chartroom-${port()}`
  return {
    issueToken(use) {
      const token = secret()
      tokens.set(token, use)
      return token
    },
    begin(token) {
      const found = [...tokens.keys()].find(known => isSame(known, token))
      if (found === undefined) return null
      if (tokens.get(found) === 'once') tokens.delete(found)
      const session = secret()
      sessions.push(session)
      if (sessions.length > KEPT) sessions.shift()
      return `${cookieName()}=${session}; HttpOnly; SameSite=Strict; Path=/`
    },
    isKnown(cookieHeader) {
      const given = (cookieHeader ?? '').split(';').map(part => part.trim())
      const own = given.find(part => part.startsWith(`${cookieName()}=`))?.slice(cookieName().length + 1)
      return own !== undefined && sessions.some(session => isSame(session, own))
    },
  }
}

function secret(): string {
  return randomBytes(32).toString('base64url')
}

function isSame(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)]
  return x.length === y.length && timingSafeEqual(x, y)
}
