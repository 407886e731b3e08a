import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { chartroom } from './terminal.test-data'

const rule =
  'rules:\n- id: queue-reads-topic\n  from: Queue.example.com\n  to: Topic.example.com\n  says: reads\n  at: spec.topic\n'
const queue = `apiVersion: example.com/v1
kind: Queue
metadata: {name: orders}
spec: {topic: sold}
---
apiVersion: example.com/v1
kind: Topic
metadata: {name: sold}
`

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chartroom-cli-'))
  mkdirSync(join(folder, 'k8s/.chartroom'), { recursive: true })
  writeFileSync(join(folder, 'k8s/queue.yaml'), queue)
  writeFileSync(join(folder, 'k8s/.chartroom/relations.yaml'), rule)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it.each(['k8s', 'k8s/queue.yaml'])('takes the rules of the folder for graph %s', async path => {
  const { status, out } = await chartroom(folder, ['graph', path, '--json'])
  expect([status, JSON.parse(out).relations.map(({ rule: id }: { rule: string }) => id)]).toEqual([
    0,
    ['queue-reads-topic'],
  ])
})

it('follows them in a rename, and writes no other file', async () => {
  const { out } = await chartroom(folder, ['edit', 'k8s', '--object', 'Topic/sold', '--rename', 'bought'])
  expect(out.split('\n').filter(line => /^[-+]/.test(line))).toEqual([
    '--- a/k8s/queue.yaml',
    '+++ b/k8s/queue.yaml',
    '-spec: {topic: sold}',
    '+spec: {topic: bought}',
    '-metadata: {name: sold}',
    '+metadata: {name: bought}',
  ])
})

it('tells with check what is wrong with a rule, at its line', async () => {
  writeFileSync(join(folder, 'k8s/.chartroom/relations.yaml'), rule.replace('from:', 'form:'))
  const { status, out } = await chartroom(folder, ['check', 'k8s'])
  expect(status).toBe(1)
  expect(out).toContain('k8s/.chartroom/relations.yaml:3:9 error invalid-relation-rule There is no "form" here.')
})
