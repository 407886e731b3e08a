import { describe, expect, it } from 'vitest'
import { kindsToLoad, NO_KNOWN_KINDS, withKinds } from '../kinds/schemas/known'
import { repairProblem } from '../workspace/commands/repair-problem'
import { updateDesign, type Design } from '../workspace/design'
import { designOf, done, refused, textsOf } from '../workspace/design.test-data'

/** A design of one file that is checked by the schemas of its kinds. */
async function checked(text: string): Promise<Design> {
  const design = designOf({ 'a.yaml': text })
  const known = await withKinds(NO_KNOWN_KINDS, kindsToLoad(NO_KNOWN_KINDS, design.workspace.objects))
  return updateDesign(design, design.workspace, known)
}
/** Each problem as "code: the text that it marks". */
const marks = (design: Design): readonly string[] =>
  design.problems.map(({ code, file, from, to }) => {
    return `${code}: ${design.workspace.files.get(file)?.text.slice(from, to)}`
  })
const pod = (container: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers:\n    - name: web\n      image: nginx\n      ${container}\n`

describe('schema findings', () => {
  it('wait for the schema, and keep what other documents have', async () => {
    const text = pod('imagePullPolciy: Always # when it changed')
    expect(marks(designOf({ 'a.yaml': text }))).toEqual([])
    expect(marks(await checked(text))).toEqual(['unknown-field: imagePullPolciy'])
  })
  it('say nothing of custom resources that nothing is known about', async () => {
    expect(marks(await checked('apiVersion: acme.io/v1\nkind: Pod\nmetadata: {name: web}\nspecs: 1\n'))).toEqual([])
  })
  it('name the version to move to', async () => {
    const { problems } = await checked('apiVersion: apps/v1beta1\nkind: Deployment\nmetadata: {name: web}\n')
    expect(problems).toMatchObject([
      {
        code: 'not-served',
        path: '/apiVersion',
        message: 'Kubernetes 1.36 does not serve Deployment of apps/v1beta1',
        fix: 'Move it to apps/v1; fields may have other names there.',
      },
    ])
  })
})

describe('repairProblem', () => {
  it.each([
    ['imagePullPolciy: Always # when it changed', 'imagePullPolicy: Always # when it changed'],
    ['env: [{name: PORT, value: 8080}]', 'env: [{name: PORT, value: "8080"}]'],
    ['env: [{name: MODE, value: 0755}]', 'env: [{name: MODE, value: "0755"}]'],
    ['env: [{name: DEBUG, value: yes}]', 'env: [{name: DEBUG, value: "yes"}]'],
    ['imagePullPolicy: always', 'imagePullPolicy: Always'],
    ["stdin: 'true'", 'stdin: true'],
  ])('turns %s into %s and touches nothing else', async (before, after) => {
    const design = await checked(pod(before))
    const [problem] = design.problems
    const corrected = done(design, repairProblem(design, { problem: problem! })).after
    expect(textsOf(corrected)).toEqual({ 'a.yaml': pod(after) })
    expect(corrected.problems).toEqual([])
  })
  it.each([
    // The field that is meant stands beside it.
    'image2: nginx',
    // The value would not fit.
    'imagePullPolciy: Sometimes',
    'something: else',
    'stdin: maybe',
  ])('knows nothing sure for %s', async text => {
    const design = await checked(pod(text))
    expect(refused(repairProblem(design, { problem: design.problems[0]! })).code).toBe('nothing-to-repair')
  })
})
