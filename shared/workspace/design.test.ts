import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { NO_KNOWN_KINDS, withKinds, type KnownKinds } from '../kinds/schemas/known'
import type { Change } from './change'
import { updateDesign, type Design } from './design'
import { addFiles, applyChange, emptyWorkspace, type Workspace } from './workspace'

/** Documents that mean something to each other: by name, by labels, by being called the same, by patching. */
const documents = [
  'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\ndata: {level: info}\n',
  'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: other}\n',
  'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {selector: {app: web}, ports: [{port: 80, targetPort: http}]}\n',
  `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  replicas: many
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: main, image: a, envFrom: [{configMapRef: {name: settings}}]}]}
`,
  'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: web}\nspec: {defaultBackend: {service: {name: web, port: {number: 80}}}}\n',
  'apiVersion: v1\nkind: Pod\nmetadata: {name: broken\n',
  'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\npatches: [{path: b.yaml}]\n',
  'apiVersion: v1\nkind: Widget\nmetadata: {name: Not_Allowed}\n',
]

const text = fc.array(fc.constantFrom(...documents), { maxLength: 4 }).map(parts => parts.join('---\n'))
const path = fc.constantFrom('a.yaml', 'b.yaml', 'c.yaml')
const step = fc.oneof(
  fc.record({ do: fc.constant('write' as const), path, text }),
  fc.record({ do: fc.constant('delete' as const), path }),
  fc.record({ do: fc.constant('know' as const), path }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

let known: KnownKinds
beforeAll(async () => {
  known = await withKinds(NO_KNOWN_KINDS, [
    { apiVersion: 'apps/v1', kind: 'Deployment' },
    { apiVersion: 'v1', kind: 'Service' },
  ])
})

function changeOf(workspace: Workspace, step: Step): Change | null {
  const before = workspace.files.get(step.path)
  if (step.do === 'know' || (step.do === 'delete' && !before)) return null
  if (step.do === 'delete') return { says: 'Delete', files: new Map([[step.path, { type: 'delete' }]]) }
  if (!before) return { says: 'Write', files: new Map([[step.path, { type: 'create', text: step.text }]]) }
  const splices = [{ from: 0, to: before.text.length, insert: step.text }]
  return { says: 'Write', files: new Map([[step.path, { type: 'edit', splices }]]) }
}

/** A permission that holds so many times. */
function times(count: number): () => boolean {
  let left = count
  return () => left-- > 0
}

it('is, after any edits and however its checks were cut into slices, what it would be if it were made afresh', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(step, fc.nat(3)), { maxLength: 8 }), steps => {
      let design: Design = updateDesign(null, emptyWorkspace())
      for (const [step, allowed] of steps) {
        const change = changeOf(design.workspace, step)
        const workspace = change ? applyChange(design.workspace, change).workspace : design.workspace
        design = updateDesign(design, workspace, step.do === 'know' ? known : design.known, times(allowed))
      }
      for (let round = 0; design.checked.pending.size > 0; round++) {
        expect(round, 'each call goes on').toBeLessThan(20)
        design = updateDesign(design, design.workspace, design.known, times(0))
      }
      const fresh = updateDesign(null, design.workspace, design.known)
      expect(design.problems).toEqual(fresh.problems)
      expect(design.problemsByObject).toEqual(fresh.problemsByObject)
      expect(design.graph.relations).toEqual(fresh.graph.relations)
    }),
    { numRuns: 300 },
  )
})

it('keeps the lists of problems that an edit elsewhere did not touch', () => {
  const files = documents.map((text, n) => ({ path: `${n}.yaml`, text }))
  const before = updateDesign(null, addFiles(emptyWorkspace(), files))
  const edit = { type: 'edit' as const, splices: [{ from: 0, to: 0, insert: '# A comment\n' }] }
  const { workspace } = applyChange(before.workspace, { says: 'Type', files: new Map([['0.yaml', edit]]) })
  const after = updateDesign(before, workspace)
  expect(after.problems).toBe(before.problems)
  expect(after.problemsByObject).toBe(before.problemsByObject)
  expect(after.graph).toBe(before.graph)
})

it('leaves what it may not check pending, and says what it knew of it', () => {
  const files = documents.map((text, n) => ({ path: `${n}.yaml`, text }))
  const workspace = addFiles(emptyWorkspace(), files)
  const first = updateDesign(null, workspace, NO_KNOWN_KINDS, times(0))
  expect(first.checked.pending.size).toBe(documents.length - 1)
  const whole = updateDesign(first, workspace)
  expect(whole.checked.pending.size).toBe(0)
  expect(whole.problems).toEqual(updateDesign(null, workspace).problems)

  const more = updateDesign(whole, workspace, known, times(0))
  expect(more.checked.pending).toEqual(new Set(['3.yaml']))
  expect(more.problems.length).toBeGreaterThanOrEqual(whole.problems.length)
})
