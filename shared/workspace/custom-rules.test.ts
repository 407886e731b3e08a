import { describe, expect, it } from 'vitest'
import { updateDesign } from './design'
import { designOf, done } from './design.test-data'
import { renameObject } from './commands/rename-object'
import { RULES_PATH } from './rules-file'
import { applyChange } from './workspace'

const rules = (says: string): string => `
  rules:
  - id: queue-reads-topic
    from: Queue.example.com
    to: Topic.example.com
    says: ${says}
    at: spec.topic
`
const queue = `
  apiVersion: example.com/v1
  kind: Queue
  metadata: {name: orders}
  spec: {topic: sold}
  ---
  apiVersion: example.com/v1
  kind: Topic
  metadata: {name: sold}
`

describe('the rules of a workspace', () => {
  it('tie its custom resources, and are no manifests themselves', () => {
    const { graph, workspace, problems } = designOf({ [RULES_PATH]: rules('reads'), 'queue.yaml': queue })
    expect(graph.relations.map(({ rule, says }) => [rule, says])).toEqual([['queue-reads-topic', 'reads']])
    expect(workspace.objects.map(({ kind }) => kind)).toEqual(['Queue', 'Topic'])
    expect(problems.filter(({ file }) => file === RULES_PATH)).toEqual([])
  })

  it('are followed by a rename', () => {
    const design = designOf({ [RULES_PATH]: rules('reads'), 'queue.yaml': queue })
    const topic = design.workspace.objects[1]!
    const { after } = done(design, renameObject(design, { object: topic.id, name: 'bought' }))
    expect(after.workspace.files.get('queue.yaml')!.text).toContain('spec: {topic: bought}')
  })

  it('are read again when their file changes, and stay while it can not be read', () => {
    const design = designOf({ [RULES_PATH]: rules('reads'), 'queue.yaml': queue })
    const retype = (before: typeof design, from: string, to: string) => {
      const at = before.workspace.files.get(RULES_PATH)!.text.indexOf(from)
      const splices = [{ from: at, to: at + from.length, insert: to }]
      const change = { says: 'Type', files: new Map([[RULES_PATH, { type: 'edit' as const, splices }]]) }
      return updateDesign(before, applyChange(before.workspace, change).workspace)
    }
    const other = retype(design, 'says: reads', 'says: hears')
    expect(other.graph.relations.map(({ says }) => says)).toEqual(['hears'])
    const broken = retype(other, 'rules:', 'rules: [')
    expect(broken.graph.relations.map(({ says }) => says)).toEqual(['hears'])
    expect(broken.problems.map(({ code, file }) => [code, file])).toContainEqual(['unreadable-yaml', RULES_PATH])
  })

  it('that are wrong are problems at their place', () => {
    const { problems } = designOf({ [RULES_PATH]: 'rules:\n- id: x\n  from: Queue.example.com\n  says: reads\n' })
    expect(problems).toMatchObject([{ code: 'invalid-relation-rule', file: RULES_PATH, path: '/rules/0' }])
  })

  it('keep the graph while nothing in them changed', () => {
    const design = designOf({ [RULES_PATH]: rules('reads'), 'queue.yaml': queue })
    const splices = [{ from: 0, to: 0, insert: '# orders\n' }]
    const change = { says: 'Type', files: new Map([['queue.yaml', { type: 'edit' as const, splices }]]) }
    const after = updateDesign(design, applyChange(design.workspace, change).workspace)
    expect(after.customRules).toBe(design.customRules)
    expect(after.graph.relations[0]).toBe(design.graph.relations[0])
  })
})
