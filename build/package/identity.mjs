/** In packages that are made to be looked at, not given out: addresses that by rule belong to nobody (RFC 2606). */
const NOBODY = { homepage: 'https://chartroom.invalid', name: 'Not given out', email: 'nobody@chartroom.invalid' }

/**
 * What only whoever gives packages out can say: where Chartroom is at home, who answers for the package, and where new
 * versions are told of. It is no part of the sources, so it can't be wrong there. `missing` says what a release still needs;
 * throws where a value is none.
 *
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {{ homepage: string, author: { name: string, email: string }, releases: string | null, missing: string[] }}
 */
export function identityFrom(env) {
  const { CHARTROOM_HOMEPAGE: homepage, CHARTROOM_MAINTAINER: maintainer, CHARTROOM_RELEASES: releases } = env
  const missing = [
    ...(homepage ? [] : ['CHARTROOM_HOMEPAGE, an https address']),
    ...(maintainer ? [] : ['CHARTROOM_MAINTAINER, "NAME <E-MAIL>"']),
    ...(releases
      ? []
      : ['CHARTROOM_RELEASES, the https address that answers with the latest release, as GitHub has it']),
  ]
  return {
    homepage: homepage ? addressIn('CHARTROOM_HOMEPAGE', homepage) : NOBODY.homepage,
    author: maintainer ? personIn(maintainer) : { name: NOBODY.name, email: NOBODY.email },
    releases: releases ? addressIn('CHARTROOM_RELEASES', releases) : null,
    missing,
  }
}

/** @param {string} name @param {string} value */
function addressIn(name, value) {
  if (!URL.canParse(value) || new URL(value).protocol !== 'https:')
    throw new Error(`${name} is no https address: ${value}`)
  return value
}

/** @param {string} value */
function personIn(value) {
  const [, name, email] = /^([^<>\n]+?) <([^<>@\s]+@[^<>@\s]+\.[^<>@\s]+)>$/.exec(value) ?? []
  if (!name || !email) throw new Error(`CHARTROOM_MAINTAINER should be "NAME <E-MAIL>": ${value}`)
  return { name, email }
}
