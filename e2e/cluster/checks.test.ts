import { beforeAll, describe, expect, it } from 'vitest'
import { manifestCases } from '../../shared/checks/manifest-cases.test-data'
import { whyNoGo } from './go-tools'
import { planeForSuite } from './suite-plane'

const why = whyNoGo()

describe.skipIf(why)(`what checks call refused${why ? ` (skipped: ${why})` : ''}`, () => {
  const plane = planeForSuite('checks')
  let namespace: string
  beforeAll(() => {
    namespace = plane().freshNamespace()
  })

  const tryOut = (text: string) =>
    plane().kubectl(['create', '--dry-run=server', '--validate=strict', '-n', namespace, '-f', '-'], text)

  it.each(manifestCases)('$code: the server refuses $bad', ({ bad }) => {
    expect(tryOut(bad)).toMatchObject({ status: 1, stderr: expect.stringContaining('is invalid') as string })
  })
  it.each(manifestCases)('$code: the server accepts $good', ({ good }) => {
    const { status, stderr } = tryOut(good)
    expect(status, stderr).toBe(0)
  })
})
