import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { test as base, expect } from '../app'
import { ControlPlane } from './control-plane'
import { whyNoGo } from './go-tools'
import { testKubectl } from './kubectl'
import { ClusterPage } from './cluster-page'

const repository = fileURLToPath(new URL('../..', import.meta.url))

type ClusterFixtures = { readonly cluster: ClusterPage; readonly isGoHere: void }

/**
 * A journey with a window whose kubeconfig leads to a real control plane: one for all journeys of a worker, each in
 * namespaces of its own.
 */
export const test = base.extend<ClusterFixtures, { readonly plane: ControlPlane }>({
  plane: [
    async ({}, use) => {
      const plane = await ControlPlane.start({ repository, tell: line => console.log(line) })
      // The host that a journey starts asks what it finds in its environment, as a user's does.
      process.env.KUBECONFIG = plane.kubeconfig
      process.env.CHARTROOM_KUBECTL = testKubectl(repository) ?? ''
      await use(plane)
      await plane.stop()
    },
    // The first build of the control plane takes minutes.
    { scope: 'worker', timeout: 30 * 60_000 },
  ],
  isGoHere: [
    async ({}, use) => {
      const why = whyNoGo()
      base.skip(why !== null, why ?? '')
      await use()
    },
    { auto: true },
  ],
  cluster: async ({ page, plane }: { page: Page; plane: ControlPlane }, use) => {
    expect(plane.server).toContain('127.0.0.1')
    await use(new ClusterPage(page))
  },
})

export { expect }
