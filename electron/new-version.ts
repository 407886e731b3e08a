import type { NewVersion } from '../shared/host'
import { readRecord, readText } from '../shared/shape'

/** An answer is the description of one release; more than this is something else. */
const LARGEST_ANSWER = 1024 * 1024
const LONGEST_ADDRESS = 500

/** As both Node and Electron have it. */
type Request = (url: string, init: RequestInit) => Promise<Response>

/**
 * Where the package that Chartroom runs from says that new versions are told of: `releases` of its package.json, which
 * `npm run dist` writes for whoever gives it out. Null where it names nobody, or somebody who can be listened in on.
 */
export function releasesNamedIn(packageText: string): URL | null {
  const described: unknown = JSON.parse(packageText)
  const named = typeof described === 'object' && described && 'releases' in described ? described.releases : null
  if (typeof named !== 'string' || !URL.canParse(named)) return null
  const url = new URL(named)
  return url.protocol === 'https:' || (url.protocol === 'http:' && url.hostname === '127.0.0.1') ? url : null
}

/**
 * Asks for the newest release, in the shape that GitHub has for one (`/repos/OWNER/NAME/releases/latest`). Null where
 * `own` is no older. Rejects where nobody answers, or not with a release. Nothing is sent but the question.
 */
export async function askForNewVersion(
  releases: URL,
  { own, request, signal }: { readonly own: string; readonly request: Request; readonly signal: AbortSignal },
): Promise<NewVersion | null> {
  const response = await request(releases.href, {
    ...{ signal, redirect: 'error', credentials: 'omit', cache: 'no-store' },
    headers: { Accept: 'application/json' },
  })
  if (!response.ok) throw new Error(`${releases.host} answered ${response.status}`)
  const released = readRelease(JSON.parse(await textOf(response)))
  return isNewer(released.version, own) ? released : null
}

const readAnswer = readRecord<{ readonly tag_name: string; readonly html_url: string }>({
  tag_name: readText,
  html_url: readText,
})

/** Throws where it is none. The address is shown to a person, so it has to be one that a person may follow. */
function readRelease(raw: unknown): NewVersion {
  const { tag_name: tag, html_url: address } = readAnswer(raw)
  const version = tag.replace(/^v/, '')
  if (numbersOf(version) === null) throw new Error('The newest release has no version')
  const isSafe = address.length <= LONGEST_ADDRESS && URL.canParse(address) && new URL(address).protocol === 'https:'
  if (!isSafe) throw new Error(`The release ${version} has no address`)
  return { version, address: new URL(address).href }
}

/** Whether a version is a later one. What is given out for trying (`1.0.0-rc.1`) is newer than nothing. */
export function isNewer(version: string, than: string): boolean {
  const [numbers, others] = [numbersOf(version), numbersOf(than)]
  if (!numbers || !others) return false
  const first = numbers.findIndex((number, i) => number !== others[i])
  return first >= 0 && (numbers[first] ?? 0) > (others[first] ?? 0)
}

function numbersOf(version: string): readonly number[] | null {
  return /^\d{1,9}\.\d{1,9}\.\d{1,9}$/.test(version) ? version.split('.').map(Number) : null
}

async function textOf(response: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const piece of response.body ?? []) {
    text += decoder.decode(piece, { stream: true })
    if (text.length > LARGEST_ANSWER) throw new Error('The answer is too large for a release')
  }
  return text
}
