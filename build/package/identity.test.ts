import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { releasesNamedIn } from '../../electron/new-version'
import { identityFrom } from './identity.mjs'

const released = {
  CHARTROOM_HOMEPAGE: 'https://home.example/chartroom',
  CHARTROOM_MAINTAINER: 'Ada Byron <ada@home.example>',
  CHARTROOM_RELEASES: 'https://api.home.example/releases/latest',
}

describe('who gives packages out', () => {
  it('says where they are at home, who answers for them, and where new versions are told of', () => {
    expect(identityFrom(released)).toEqual({
      homepage: 'https://home.example/chartroom',
      author: { name: 'Ada Byron', email: 'ada@home.example' },
      releases: 'https://api.home.example/releases/latest',
      missing: [],
    })
    expect(releasesNamedIn(JSON.stringify(identityFrom(released)))?.href).toBe(released.CHARTROOM_RELEASES)
  })

  it('is nobody where nobody says so, under names that can belong to nobody, and nobody is asked for versions', () => {
    const { homepage, author, releases, missing } = identityFrom({ CHARTROOM_HOMEPAGE: '' })
    expect([new URL(homepage).hostname, author.email]).toEqual(['chartroom.invalid', 'nobody@chartroom.invalid'])
    expect(releases).toBeNull()
    expect(missing.map(row => row.split(',')[0])).toEqual(Object.keys(released))
  })

  it('is refused where a value is none', () => {
    const tries = {
      CHARTROOM_HOMEPAGE: ['home.example', 'http://home.example', 'javascript:alert(1)'],
      CHARTROOM_MAINTAINER: ['Ada', 'ada@home.example', 'Ada <ada>', 'Ada <ada@home.example>\nDepends: evil'],
      CHARTROOM_RELEASES: ['http://home.example/latest', 'latest'],
    }
    for (const [name, values] of Object.entries(tries))
      for (const value of values) expect(() => identityFrom({ ...released, [name]: value }), value).toThrow(name)
  })

  it('is not guessed in the sources', () => {
    const own = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
    expect([own.homepage, own.repository, own.bugs, own.releases, own.author]).toEqual([
      ...[undefined, undefined, undefined, undefined],
      'The founders of Chartroom',
    ])
  })
})
