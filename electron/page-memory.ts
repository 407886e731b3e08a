import type { Handlers } from '../shared/host'

/** What the page has open and keeps, as its calls tell: a page that crashes or is closed goes without a word. */
export type PageMemory = {
  /** The calls that tell it, which do what they did before. */
  readonly handlers: Pick<Handlers, 'workspace:open' | 'workspace:close' | 'recovery:keep'>
  /** The path of what was opened last and is open still. */
  readonly lastOpened: () => string | null
  /** The page is gone: what it had open is closed. Its unsaved work stays with the recovery. */
  readonly forget: () => void
  /** The user gives the page's unsaved work up: settles when none of it is kept. */
  readonly discardKept: () => Promise<void>
}

/** `opened` is told of each folder or file that the page opens. */
export function rememberPage(handlers: Handlers, opened: (path: string) => Promise<void>): PageMemory {
  const pathByRoot = new Map<string, string>()
  const kept = new Set<string>()
  return {
    handlers: {
      async 'workspace:open'(input) {
        const workspace = await handlers['workspace:open'](input)
        pathByRoot.set(workspace.root, workspace.path)
        await opened(workspace.path)
        return workspace
      },
      async 'workspace:close'({ root }) {
        pathByRoot.delete(root)
        return handlers['workspace:close']({ root })
      },
      async 'recovery:keep'(input) {
        kept.add(input.id)
        return handlers['recovery:keep'](input)
      },
    },
    lastOpened: () => [...pathByRoot.values()].at(-1) ?? null,
    forget() {
      for (const root of pathByRoot.keys()) void handlers['workspace:close']({ root })
      pathByRoot.clear()
      kept.clear()
    },
    async discardKept() {
      const forgetting = [...kept].map(id => handlers['recovery:forget']({ id }))
      // Work that can't be forgotten is offered again: that is no reason to keep a window that the user closes.
      await Promise.allSettled(forgetting)
    },
  }
}
