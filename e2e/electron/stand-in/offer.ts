/** What a test may not see as `undefined` but meets on the way of every value: promises, printing, module loaders. */
const LOOKED_FOR = new Set(['then', 'toJSON', '__esModule', 'default', 'constructor', 'nodeType', 'prototype'])

/**
 * The part of an Electron object that the stand-in has, as the whole. The compiler holds the part against Electron's own
 * declarations; reading anything else of it throws, so that an app which uses more fails by name and not by `undefined`.
 */
export function offer<T extends object>(name: string, part: Partial<T>, events: Events | null = null): T {
  const offered: T = readWhole(
    new Proxy(part, {
      get(target, key) {
        if (typeof key === 'symbol' || key in target) return Reflect.get(target, key)
        if (events && (key === 'on' || key === 'once'))
          return (event: string, listener: Listener) => {
            events.listen(event, listener, key === 'once')
            return offered
          }
        if (LOOKED_FOR.has(key)) return undefined
        throw new Error(`The stand-in has no ${name}.${key}`)
      },
      set(_target, key) {
        throw new Error(`${name}.${String(key)} is not for the app to set`)
      },
    }),
  )
  return offered
}

function readWhole<T extends object>(part: Partial<T>): T {
  return part as T
}

export type Listener = (...args: never[]) => void

/** Listeners by event. An event that Electron doesn't have, or the stand-in never tells, can't be listened to. */
export class Events {
  readonly #name: string
  readonly #known: readonly string[]
  readonly #listeners = new Map<string, { listener: Listener; isOnce: boolean }[]>()

  constructor(name: string, known: readonly string[]) {
    this.#name = name
    this.#known = known
  }

  listen(event: string, listener: Listener, isOnce: boolean): void {
    if (!this.#known.includes(event)) throw new Error(`The stand-in tells of no '${event}' of ${this.#name}`)
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), { listener, isOnce }])
  }

  has(event: string): boolean {
    return (this.#listeners.get(event) ?? []).length > 0
  }

  tell(event: string, ...args: unknown[]): void {
    if (!this.#known.includes(event)) throw new Error(`'${event}' is missing among the events of ${this.#name}`)
    const listeners = this.#listeners.get(event) ?? []
    this.#listeners.set(
      event,
      listeners.filter(({ isOnce }) => !isOnce),
    )
    for (const { listener } of listeners) readCallable(listener)(...args)
  }

  /** Tells of an event that a listener may prevent; answers whether one did. */
  isPrevented(event: string, details: object = {}, ...args: unknown[]): boolean {
    let isPrevented = false
    const preventable = {
      ...details,
      preventDefault: () => (isPrevented = true),
      get defaultPrevented() {
        return isPrevented
      },
    }
    this.tell(event, preventable, ...args)
    return isPrevented
  }
}

/** Which arguments an event has is between Electron's declarations and the app's listener. */
function readCallable(listener: Listener): (...args: unknown[]) => void {
  return listener as (...args: unknown[]) => void
}
