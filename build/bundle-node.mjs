import { build } from 'vite'
import { fileURLToPath } from 'node:url'
import { noteBundled } from './note-bundled.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Bundles TypeScript for Node into `outDir`, one file an entry (and shared chunks for ESM).
 *
 * @param {{ entries: Record<string, string>, outDir: string, format: 'es' | 'cjs', external?: readonly (string | RegExp)[], bundleDependencies?: boolean, notes?: string }} input
 *   `entries` maps names to files relative to the repository; dependencies stay imports unless `bundleDependencies`.
 *   `notes` is a file that says which packages are in the bundle.
 */
export async function bundleForNode({ entries, outDir, format, external = [], bundleDependencies = false, notes }) {
  await build({
    configFile: false,
    plugins: notes ? [noteBundled(notes)] : [],
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
