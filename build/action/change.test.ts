import { describe, expect, it } from 'vitest'
import { graph, read } from '../../electron/library'
import { changeBetween, markdownOf } from './change.mjs'

const service =
  'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {selector: {app: web}, ports: [{port: 80}]}\n'
const deployment = (app: string): string => `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  selector: {matchLabels: {app: ${app}}}
  template:
    metadata: {labels: {app: ${app}}}
    spec: {containers: [{name: web, image: "nginx:1.28"}]}
`

async function stateOf(...documents: readonly string[]) {
  const source = { path: 'all.yaml', text: documents.join('---\n') }
  const { objects, relations, problems } = await graph(source)
  return { objects, relations, problems, data: (await read(source)).objects }
}

describe('the change between two states', () => {
  it('is what came, went and became another, with the relations', async () => {
    const before = await stateOf(deployment('web'), service)
    const after = await stateOf(service, deployment('site'), service.replace('name: web', 'name: site'))
    expect(changeBetween(before, after)).toEqual({
      added: ['default/service/site'],
      changed: ['default/deployment.apps/web'],
      removed: [],
      tied: [],
      untied: ['default/service/web selects default/deployment.apps/web'],
    })
  })

  it('is nothing where only places, comments and the order differ', async () => {
    const before = await stateOf(deployment('web'), service)
    const after = await stateOf(`# The front.\n${service}`, deployment('web'))
    const nothing = { added: [], changed: [], removed: [], tied: [], untied: [] }
    expect(changeBetween(before, after)).toEqual(nothing)
    expect(markdownOf([], nothing, null)).toBe('### Chartroom\n\nNo problems.\n\nNo object changed.\n')
  })
})

describe('the report', () => {
  const change = { added: ['a/pod/web'], changed: [], removed: ['a/pod/old'], tied: [], untied: [] }

  it('counts problems, lists objects, and holds the picture', async () => {
    const { problems } = await stateOf('apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {}\n')
    const report = markdownOf(problems, change, 'flowchart LR\n  a --> b\n')
    expect(report).toContain('1 error, 0 warnings.')
    expect(report).toContain('````diff\n+ a/pod/web\n- a/pod/old\n````')
    expect(report).toContain('```mermaid\nflowchart LR\n  a --> b\n```')
    expect(report).toContain('- all.yaml:4:1 error missing-required')
  })

  it('says what it can not show', () => {
    expect(markdownOf([], null, null)).toContain('fetch-depth')
    expect(markdownOf([], change, 'x'.repeat(60_000))).toContain('larger than GitHub draws')
    const many = Array.from({ length: 100 }, (_, i) => `a/pod/p${i}`)
    expect(markdownOf([], { ...change, added: many }, null)).toContain('… and 61 more')
  })

  it('lets no name out of its fence', () => {
    const odd = { ...change, added: ['`'.repeat(6)] }
    expect(
      markdownOf([], odd, null)
        .split('\n')
        .filter(line => line.startsWith('```')),
    ).toHaveLength(2)
  })
})
