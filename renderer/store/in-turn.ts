import type { Session } from './session'

const last = new WeakMap<Session, Promise<unknown>>()

/**
 * Does work that depends on what the disk holds after all that was asked for before it, whether that went well or not.
 * A save during another would take the other's files for somebody else's, and one right after a conflict was settled
 * would find it open still.
 */
export function inTurn<T>(session: Session, work: () => Promise<T>): Promise<T> {
  const before = last.get(session) ?? Promise.resolve()
  const done = before.then(work, work)
  last.set(session, done)
  return done
}
