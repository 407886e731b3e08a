import { describe, expect, it } from 'vitest'
import { findGraph } from '../find'
import { objectsFrom, sentences } from '../objects-for-tests'
import { unwireIn, wireIn } from '../wires-for-tests'

const claim = (spec: string) =>
  `\napiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: files}\nspec: ${spec}\n---`
const volume = (labels: string, spec = '{}') =>
  `\napiVersion: v1\nkind: PersistentVolume\nmetadata: {name: disk, labels: ${labels}}\nspec: ${spec}\n---`
const node = '\napiVersion: v1\nkind: Node\nmetadata: {name: one}\n---'
const pod = (volumes: string, first: string, second = '[]') => `
apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers: [{name: main, volumeMounts: ${first}}, {name: side, volumeMounts: ${second}}]
  volumes: ${volumes}
---`
const docs = (...texts: readonly string[]) => texts.join('').replace(/\s*---$/, '')

describe('the class of a claim', () => {
  it('is a name; "" and none name no class, and a class of the cluster is not missing', () => {
    expect(sentences(docs(claim('{storageClassName: fast}')))).toEqual([
      'PersistentVolumeClaim files class optional StorageClass fast',
    ])
    expect(sentences(docs(claim("{storageClassName: ''}")))).toEqual([])
    expect(sentences(docs(claim('{}')))).toEqual([])
  })
})

describe('a volume that a claim selects', () => {
  it('has all the labels, in no namespace', () => {
    const asks = claim('{selector: {matchLabels: {tier: fast}, matchExpressions: [{key: zone, operator: Exists}]}}')
    expect(sentences(docs(asks, volume('{tier: fast}')))).toEqual([])
    expect(sentences(docs(asks, volume('{tier: fast, zone: a}')))).toEqual([
      'PersistentVolumeClaim files selects PersistentVolume disk',
    ])
  })
})

describe('a volume that lives on a node', () => {
  it('names it in a term of its affinity', () => {
    const term = (operator: string) =>
      `{nodeAffinity: {required: {nodeSelectorTerms: [{matchExpressions: [{key: kubernetes.io/hostname, operator: ${operator}, values: [one]}]}]}}}`
    expect(sentences(docs(volume('{}', term('In')), node))).toEqual(['PersistentVolume disk is on Node one'])
    expect(sentences(docs(volume('{}', term('NotIn')), node))).toEqual([])
  })
})

describe('a volume of a pod', () => {
  const files = '{name: files, persistentVolumeClaim: {claimName: files}}'
  const mount = (path: string, name = 'files') => `[{name: ${name}, mountPath: ${path}}]`
  it('is one relation for each volume, with its first mount', () => {
    const text = docs(
      pod(
        `[${files}, {name: again, persistentVolumeClaim: {claimName: files}}]`,
        mount('/data'),
        mount('/more', 'again'),
      ),
      claim('{}'),
    )
    expect(findGraph(objectsFrom(text)).relations.map(({ detail }) => detail)).toEqual([
      { volume: 'files', container: 'main', mountPath: '/data' },
      { volume: 'again', container: 'side', mountPath: '/more' },
    ])
  })
  it('that two containers mount goes from both, which un-wiring says', () => {
    const text = docs(pod(`[${files}]`, mount('/data'), mount('/in')), claim('{}'))
    const back = unwireIn(objectsFrom(text), 'workload-mounts-claim', 'Pod web', 'PersistentVolumeClaim files')
    expect(back.brings).toEqual([
      {
        code: 'takes-several-mounts',
        says: 'Volume files goes with all its mounts: /data in main, /in in side.',
        objects: ['Pod web'],
      },
    ])
    expect(back.data['spec']).toEqual({ containers: [{ name: 'main' }, { name: 'side' }] })
  })
  it('is mounted at a path that is free, in the container that is asked for', () => {
    const text = docs(pod('[]', mount('/data', 'other')), claim('{}'))
    const tie = ['workload-mounts-claim', 'Pod web', 'PersistentVolumeClaim files'] as const
    expect(wireIn(text, ...tie).data).toMatchObject({
      spec: { containers: [{ volumeMounts: [{}, { name: 'files', mountPath: '/data-2' }] }, {}] },
    })
    expect(wireIn(text, ...tie, { container: 'side', mount: '/srv' }).data).toMatchObject({
      spec: { containers: [{}, { volumeMounts: [{ name: 'files', mountPath: '/srv' }] }] },
    })
  })
})
