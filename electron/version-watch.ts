import { net } from 'electron'
import type { NewVersion } from '../shared/host'
import { VERSION } from './backend/version'
import { askForNewVersion } from './new-version'

const DAY = 24 * 60 * 60 * 1000
const PATIENCE = 20_000

/** Looks for new versions while the user wants that. */
export type VersionWatch = {
  /** On: asks at once, and every day from then on. Off: asks nobody, and takes back the question that is under way. */
  readonly set: (isWanted: boolean) => void
}

/** `found` is told once of each newer version. Asks nobody before it is set, and nobody ever without `releases`. */
export function watchVersions(releases: URL | null, found: (version: NewVersion) => void): VersionWatch {
  let watching: AbortController | null = null
  let told: string | null = null

  const ask = async (from: URL, ended: AbortSignal): Promise<void> => {
    try {
      const signal = AbortSignal.any([ended, AbortSignal.timeout(PATIENCE)])
      // Chromium's own way out: it knows the proxy and the certificates of this system.
      const newer = await askForNewVersion(from, { own: VERSION, request: (url, init) => net.fetch(url, init), signal })
      if (ended.aborted || newer === null || newer.version === told) return
      told = newer.version
      found(newer)
    } catch (error) {
      // Nobody is bothered in the window: it is asked again tomorrow.
      const why = error instanceof Error ? error.message : String(error)
      if (!ended.aborted) process.stderr.write(`chartroom: It is not known whether there is a newer version: ${why}\n`)
    }
  }
  return {
    set(isWanted) {
      if (releases === null || isWanted === (watching !== null)) return
      if (watching) {
        watching.abort()
        watching = null
        return
      }
      const { signal } = (watching = new AbortController())
      void ask(releases, signal)
      const daily = setInterval(() => void ask(releases, signal), DAY)
      signal.addEventListener('abort', () => clearInterval(daily))
    },
  }
}
