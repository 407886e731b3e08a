/** What the window was asked to open from outside. What comes while no page listens waits for one that does. */
export type OpenRequests = {
  readonly add: (path: string) => void
  /** A page begins and opens these at once. */
  readonly takeWaiting: () => readonly string[]
  /** Whether a page listens: from when it says that it does until it is gone. */
  readonly setListening: (isListening: boolean) => void
}

/** `tell` reaches a page that listens. */
export function createOpenRequests(tell: (path: string) => void): OpenRequests {
  let isListening = false
  let waiting: readonly string[] = []
  const takeWaiting = (): readonly string[] => {
    const taken = waiting
    waiting = []
    return taken
  }
  return {
    add(path) {
      if (isListening) tell(path)
      else waiting = [...waiting, path]
    },
    takeWaiting,
    setListening(listens) {
      isListening = listens
      if (listens) takeWaiting().forEach(tell)
    },
  }
}
