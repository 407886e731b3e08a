import { build } from 'vite'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Bundles TypeScript for Node into `outDir`, one file an entry (and shared chunks for ESM).
 *
 * @param {{ entries: Record<string, string>, outDir: string, format: 'es' | 'cjs', external?: readonly (string | RegExp)[], bundleDependencies?: boolean }} input
 *   `entries` maps names to files relative to the repository; dependencies stay imports unless `bundleDependencies`.
 */
export async function bundleForNode({ entries, outDir, format, external = [], bundleDependencies = false }) {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    ssr: bundleDependencies ? { noExternal: true } : {},
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rollupOptions: {
        input: entries,
        external: [/^node:/, 'electron', ...external],
        output: {
          format,
          entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          ...(format === 'cjs' ? { codeSplitting: false } : {}),
        },
      },
    },
  })
}
