import { describe, expect, it } from 'vitest'
import { askForNewVersion, isNewer, releasesNamedIn } from './new-version'

const RELEASES = new URL('https://releases.example/latest')
const page = 'https://releases.example/v2'

/** What Chartroom 1.2.3 makes of an answer. */
function heard(answer: unknown, status = 200) {
  const asked: { url: string; init: RequestInit }[] = []
  const request = (url: string, init: RequestInit): Promise<Response> => {
    asked.push({ url, init })
    return Promise.resolve(new Response(typeof answer === 'string' ? answer : JSON.stringify(answer), { status }))
  }
  const { signal } = new AbortController()
  return { asked, answered: askForNewVersion(RELEASES, { own: '1.2.3', request, signal }) }
}

describe('a newer version', () => {
  it('is one whose numbers are later, by number and not by letter', () => {
    for (const [version, than] of [
      ['1.2.4', '1.2.3'],
      ['1.10.0', '1.9.9'],
      ['2.0.0', '1.99.99'],
    ] as const) {
      expect(isNewer(version, than)).toBe(true)
      expect(isNewer(than, version)).toBe(false)
    }
    for (const version of ['1.2.3', '2.0.0-rc.1', '2', '2.0', '', 'v2.0.0'])
      expect(isNewer(version, '1.2.3'), version).toBe(false)
  })

  it('comes with the address that a person may follow', async () => {
    expect(await heard({ tag_name: 'v2.0.0', html_url: page, body: 'more' }).answered).toEqual({
      ...{ version: '2.0.0', address: page },
    })
    expect(await heard({ tag_name: 'v1.2.3', html_url: page }).answered).toBeNull()
  })

  it('is asked for without a word about who asks, and follows nobody elsewhere', async () => {
    const { asked, answered } = heard({ tag_name: 'v2.0.0', html_url: page })
    await answered
    expect(asked).toMatchObject([
      { url: RELEASES.href, init: { redirect: 'error', credentials: 'omit', headers: { Accept: 'application/json' } } },
    ])
    expect(asked[0]?.init).not.toHaveProperty('body')
  })

  it('is not believed where the answer is no release', async () => {
    const tries: [unknown, string][] = [
      ['<html>', 'not valid JSON'],
      [[], 'an object'],
      [{ tag_name: 'v2.0.0' }, 'html_url should be a string'],
      [{ tag_name: 'latest', html_url: page }, 'no version'],
      [{ tag_name: 'v2.0.0', html_url: 'javascript:alert(1)' }, 'no address'],
      [{ tag_name: 'v2.0.0', html_url: 'http://releases.example/' }, 'no address'],
      [{ tag_name: 'v2.0.0', html_url: `${page}/${'x'.repeat(600)}` }, 'no address'],
      [{ tag_name: 'v2.0.0', html_url: page, body: 'x'.repeat(2_000_000) }, 'too large'],
    ]
    for (const [answer, why] of tries) await expect(heard(answer).answered).rejects.toThrow(why)
    await expect(heard({}, 404).answered).rejects.toThrow('releases.example answered 404')
  })
})

describe('who is asked', () => {
  it('is named by the package, over a way that nobody else listens to', () => {
    const named = (releases: unknown) => releasesNamedIn(JSON.stringify({ name: 'chartroom', releases }))?.href ?? null
    expect(named(RELEASES.href)).toBe(RELEASES.href)
    expect(named('http://127.0.0.1:8080/latest')).toBe('http://127.0.0.1:8080/latest')
    for (const other of [undefined, null, 3, '', 'latest', 'http://releases.example/', 'file:///etc/passwd'])
      expect(named(other), String(other)).toBeNull()
  })

  it('is nobody in a checkout', async () => {
    const { default: own } = await import('../package.json')
    expect(releasesNamedIn(JSON.stringify(own))).toBeNull()
  })
})
