import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const folder = new URL('../../.github/workflows/', import.meta.url)
const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))

describe.each(readdirSync(folder))('the workflow %s', name => {
  const text = readFileSync(new URL(name, folder), 'utf8')
  const workflow = parse(text)

  it('takes every action by its digest', () => {
    const used = [...text.matchAll(/uses: (\S+)( # v[\d.]+)?/g)].filter(([, action]) => !action?.startsWith('./'))
    expect(used.length).toBeGreaterThan(0)
    for (const [line] of used) expect(line).toMatch(/^uses: [\w-]+\/[\w-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/)
  })

  it('may only read, but for the one job that gives out a release', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' })
    const jobs = Object.entries<{ readonly permissions?: object }>(workflow.jobs)
    const writing = jobs.filter(([, { permissions }]) => permissions).map(([job]) => job)
    expect(writing).toEqual(name === 'release.yml' ? ['publish'] : [])
  })

  it('runs scripts that package.json has', () => {
    const rows = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, script]) => script)
    for (const script of rows) expect(Object.keys(scripts)).toContain(script)
  })
})
