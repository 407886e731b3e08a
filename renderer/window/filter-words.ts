import { resolveKind } from '../../shared/kinds/kinds'
import { containersOf, podTemplateOf } from '../../shared/kinds/pod-template'
import type { Problem } from '../../shared/checks/problem'
import type { KubeObject } from '../../shared/workspace/kube-object'
import { isMap, textAt, valueAt, type PlainMap } from '../../shared/yaml/plain'

type Test = (object: KubeObject, problems: readonly Problem[]) => boolean

/**
 * What the words of the filter field ask of an object; all of them must fit. A plain word is looked for in kind, name
 * and namespace; `kind:`, `name:`, `ns:`, `label:`, `image:` and `problem:` say where; `app=web` is a label; a word
 * behind a minus must not fit.
 */
export function testOf(text: string): Test {
  const tests = text.toLowerCase().split(/\s+/).filter(Boolean).map(testOfWord)
  return (object, problems) => tests.every(test => test(object, problems))
}

function testOfWord(word: string): Test {
  if (word.startsWith('-') && word.length > 1) {
    const test = testOfWord(word.slice(1))
    return (object, problems) => !test(object, problems)
  }
  const colon = word.indexOf(':')
  const test = colon > 0 ? TESTS[word.slice(0, colon)] : undefined
  if (test) return test(word.slice(colon + 1))
  return word.includes('=') ? labelTest(word) : plainTest(word)
}

const TESTS: Readonly<Record<string, (word: string) => Test>> = {
  kind: kindTest,
  name:
    word =>
    ({ name }) =>
      (name ?? '').toLowerCase().includes(word),
  ns: namespaceTest,
  namespace: namespaceTest,
  label: labelTest,
  image: word => object => imagesOf(object.data).some(image => image.includes(word)),
  problem: word => (_object, problems) =>
    problems.some(({ code, severity }) =>
      word === '' ? severity !== 'info' : code.includes(word) || severity === word,
    ),
}

/** Short names are the whole of what is meant: `svc` is no part of another kind's name. */
function kindTest(word: string): Test {
  const meant = new Set(resolveKind(word).map(row => `${row.kind}.${row.group}`))
  return ({ group, kind }) => (meant.size > 0 ? meant.has(`${kind}.${group}`) : kind.toLowerCase().includes(word))
}

function namespaceTest(word: string): Test {
  return ({ namespace }) => (namespace ?? '').toLowerCase() === word
}

/** `app`, or `app=web`: of the object, or of the pods that it makes. */
function labelTest(word: string): Test {
  const [key = '', value] = word.split('=')
  return ({ data }) =>
    labelsOf(data).some(
      ([name, is]) => name.toLowerCase() === key && (value === undefined || String(is).toLowerCase() === value),
    )
}

function plainTest(word: string): Test {
  return object => `${object.kind} ${object.name ?? ''} ${object.namespace ?? ''}`.toLowerCase().includes(word)
}

function labelsOf(data: PlainMap): readonly (readonly [string, unknown])[] {
  const places = [valueAt(data, ['metadata', 'labels']), podTemplateOf(data)?.metadata['labels']]
  return places.flatMap(labels => (isMap(labels) ? Object.entries(labels) : []))
}

function imagesOf(data: PlainMap): readonly string[] {
  const pod = podTemplateOf(data)
  return pod ? containersOf(pod.spec).map(({ container }) => (textAt(container, 'image') ?? '').toLowerCase()) : []
}
