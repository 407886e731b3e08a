import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** `npm run bench [NAME …]`: the benchmarks of build/bench by name, all of `usual` without one. Each prints ratios. */
const here = fileURLToPath(new URL('.', import.meta.url))
const usual = ['reading', 'relations', 'canvas']
const [first, ...rest] = process.argv.slice(2)
const names = first ? [first] : usual
for (const name of names) {
  const file = `${here}${name}.ts`
  if (!existsSync(file)) {
    console.error(`There is no benchmark ${name} in build/bench`)
    process.exit(2)
  }
  const ran = spawnSync(process.execPath, [`${here}../run-ts.mjs`, file, ...rest], { stdio: 'inherit' })
  if (ran.status !== 0) process.exit(ran.status ?? 1)
}
