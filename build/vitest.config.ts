import { defineConfig } from 'vitest/config'
import react from '@vitejs/plugin-react'

/** Unit and property tests of every folder. Tests that want a DOM say so in their first line. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  plugins: [react()],
  test: {
    include: ['{shared,electron,renderer,build}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', 'dist/**'],
    environment: 'node',
    testTimeout: 30_000,
    css: false,
  },
})
