import { defineConfig } from '@playwright/test'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { wantedFront } from './front'

const chromium = process.env.CHARTROOM_CHROMIUM
// No journey may see the clusters of whoever runs it.
process.env.KUBECONFIG = join(tmpdir(), 'chartroom-no-kubeconfig')
const isRoot = process.getuid?.() === 0

/** Journeys in a real browser against the built browser host, each on folders of its own. No retries: a flaky test is a bug. */
export default defineConfig({
  testDir: fileURLToPath(new URL('.', import.meta.url)),
  testMatch: '**/*.journey.ts',
  testIgnore: [
    // They need a control plane, and so Go: `npm run journeys:cluster`.
    'cluster/**',
    // Each front has journeys of its own; the others are the same on all.
    ...(wantedFront() === 'browser' ? [] : ['browser/**']),
    ...(wantedFront() === 'electron' ? ['electron/!(real).journey.ts'] : ['electron/real.journey.ts']),
  ],
  outputDir: fileURLToPath(new URL('../test-results', import.meta.url)),
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // A log that is cut keeps its end, and that is where failures are told of then.
  reporter: [
    [process.stdout.isTTY ? 'line' : 'dot'],
    ...(process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? ([['json']] as const) : []),
  ],
  use: {
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(chromium && chromium !== 'playwright' ? { executablePath: chromium } : {}),
      args: ['--disable-background-networking', '--disable-gpu', ...(isRoot ? ['--no-sandbox'] : [])],
    },
  },
})
