import { afterAll, afterEach, beforeAll } from 'vitest'
import { ClusterHost } from './cluster-host'
import { ControlPlane, type PlaneOptions } from './control-plane'

/**
 * One control plane for the tests of the suite that calls this: started before the first, ended after the last. Gives
 * it when a test asks. Where one of them failed, its logs are kept in `dist/test/cluster/SUITE`.
 */
export function planeForSuite(suite: string, options: Pick<PlaneOptions, 'crds'> = {}): () => ControlPlane {
  let plane: ControlPlane | null = null
  let failed = false
  beforeAll(async () => {
    plane = await ControlPlane.start({ ...options, repository: process.cwd(), tell: line => console.log(line) })
  })
  afterEach(({ task }) => {
    failed ||= task.result?.state === 'fail'
  })
  afterAll(async () => {
    const logs = `dist/test/cluster/${suite}`
    if (failed && plane !== null) {
      plane.keepLogs(logs)
      console.log(`The control plane's logs are in ${logs}`)
    }
    await plane?.stop()
  })
  return () => {
    if (plane === null) throw new Error('The control plane runs from the first test of its suite on, not before')
    return plane
  }
}

/** A window's way to that plane, for as long as its tests run. */
export function hostForSuite(plane: () => ControlPlane): () => ClusterHost {
  let host: ClusterHost | null = null
  beforeAll(() => {
    host = new ClusterHost(plane())
  })
  afterAll(() => host?.close())
  return () => {
    if (host === null) throw new Error('The host is there from the first test of its suite on, not before')
    return host
  }
}
