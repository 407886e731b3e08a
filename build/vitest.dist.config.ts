import { defineConfig } from 'vitest/config'

/** Tests of what `npm run dist` made. They install it, and look at what is inside. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['e2e/packages/**/*.test.ts'],
    environment: 'node',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
})
