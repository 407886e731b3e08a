import { describe, expect, it } from 'vitest'
import { kindsToLoad, NO_KNOWN_KINDS, withKinds } from '../kinds/schemas/known'
import { updateDesign } from '../workspace/design'
import { designOf } from '../workspace/design.test-data'
import { checks } from './checks'
import { manifestCases } from './manifest-cases.test-data'

const byServer = new Set(checks.filter(row => row.byServer).flatMap(row => row.codes))

/** The codes of what a server would refuse of a manifest. */
async function refusalsOf(text: string): Promise<readonly string[]> {
  const design = designOf({ 'a.yaml': text })
  const known = await withKinds(NO_KNOWN_KINDS, kindsToLoad(NO_KNOWN_KINDS, design.workspace.objects))
  const { problems } = updateDesign(design, design.workspace, known)
  return problems.map(({ code }) => code).filter(code => byServer.has(code))
}

describe.each(manifestCases)('$code', ({ code, bad, good }) => {
  it(`is found in ${bad.replace(/\n/g, ' ')}`, async () => {
    expect(await refusalsOf(bad)).toEqual([code])
  })
  it(`is not found in ${good.replace(/\n/g, ' ')}`, async () => {
    expect(await refusalsOf(good)).toEqual([])
  })
})
