import { defineConfig } from 'vitest/config'

/** Tests against the real control plane of e2e/cluster. They need Go, and say so where it is missing. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['e2e/cluster/**/*.test.ts'],
    environment: 'node',
    testTimeout: 120_000,
    // The first build of the control plane takes minutes.
    hookTimeout: 30 * 60_000,
    fileParallelism: false,
  },
})
