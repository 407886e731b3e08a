import type { Page } from '@playwright/test'

/** A way in which Chartroom shows its window: in a browser, or in Electron. Journeys are the same on each. */
export type Front = {
  /** The page that will show it, where there is one before the start. */
  readonly page: Page | null
  /** Starts Chartroom on these paths, with the settings of its starts before, and gives the page of its window. */
  start(paths: readonly string[]): Promise<Page>
  /** Ends it as a power cut would: at once, with no time to do anything. */
  crash(): Promise<void>
  /** Answers the next folder dialog of the system; null where the window has its own. */
  readonly pick: ((folder: string) => Promise<void>) | null
  /** What went wrong outside of the page. */
  troubles(): readonly string[]
  stop(): Promise<void>
}

/** Which front journeys run on: `CHARTROOM_FRONT`, or the browser host. */
export function wantedFront(): 'browser' | 'stand-in' | 'electron' {
  const wanted = process.env.CHARTROOM_FRONT ?? 'browser'
  if (wanted === 'browser' || wanted === 'stand-in' || wanted === 'electron') return wanted
  throw new Error(`CHARTROOM_FRONT is ${wanted}: there are browser, stand-in and electron`)
}
