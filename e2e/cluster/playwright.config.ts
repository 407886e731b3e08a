import { defineConfig } from '@playwright/test'
import { fileURLToPath } from 'node:url'
import journeys from '../playwright.config'

/** The journeys that ask a real control plane: one for all of them, so one at a time. Without Go they say why they don't run. */
export default defineConfig({
  ...journeys,
  testDir: fileURLToPath(new URL('.', import.meta.url)),
  testIgnore: [],
  outputDir: fileURLToPath(new URL('../../test-results/cluster', import.meta.url)),
  fullyParallel: false,
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
})
