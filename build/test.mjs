import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { buildWhereStale } from './freshness.mjs'
import { ensureChromium } from './ensure-chromium.mjs'

/**
 * `npm test`: format, lint, types, unit and property tests, and the journeys in a real browser. Each stage prints its
 * name and time; the last line counts everything.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const reports = `${root}dist/test`
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

const total = { passed: 0, failed: 0, skipped: 0 }

stage('format, lint and types', () => {
  const status = node('build/check.mjs', [])
  return count(status === 0, 1)
})
stage('unit and property tests', () => {
  const report = `${reports}/unit.json`
  const status = node('node_modules/vitest/vitest.mjs', [
    'run',
    '--config=build/vitest.config.ts',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  const said = readReport(report)
  if (!said) return count(false, 1)
  const failed = Math.max(said.numFailedTests, status === 0 ? 0 : 1)
  return { passed: said.numPassedTests, failed, skipped: said.numPendingTests + said.numTodoTests }
})
stage('build', () => {
  buildWhereStale()
  return { passed: 0, failed: 0, skipped: 0 }
})
stage('journeys in a real browser', () => {
  const report = `${reports}/journeys.json`
  const chromium = ensureChromium()
  const status = node('node_modules/@playwright/test/cli.js', ['test', '--config=e2e/playwright.config.ts'], {
    CHARTROOM_CHROMIUM: chromium,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  })
  const said = readReport(report)
  if (!said) return count(false, 1)
  const failed = Math.max(said.stats.unexpected, status === 0 ? 0 : 1)
  // A test that passes only when it is tried again is a bug to find, so it counts as failed: there are no retries.
  return { passed: said.stats.expected, failed: failed + said.stats.flaky, skipped: said.stats.skipped }
})

console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exit(total.failed ? 1 : 0)

/** @param {string} name @param {() => { passed: number, failed: number, skipped: number }} work */
function stage(name, work) {
  const from = Date.now()
  console.log(`— ${name}`)
  let counts
  try {
    counts = work()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    counts = count(false, 1)
  }
  for (const key of /** @type {const} */ (['passed', 'failed', 'skipped'])) total[key] += counts[key]
  console.log(`— ${name}: ${counts.failed ? 'FAILED' : 'ok'}, ${((Date.now() - from) / 1000).toFixed(1)} s`)
}

/** @param {boolean} passed @param {number} number */
function count(passed, number) {
  return { passed: passed ? number : 0, failed: passed ? 0 : number, skipped: 0 }
}

/** @param {string} script @param {readonly string[]} args @param {Record<string, string>} [env] */
function node(script, args, env = {}) {
  return spawnSync(process.execPath, [root + script, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  }).status
}

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    console.error(`There is no report at ${file}: the stage ended before it could write one`)
    return null
  }
}
