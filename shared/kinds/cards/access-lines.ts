import { isMap, listAt, mapAt, textAt, type PlainMap, type PlainValue } from '../../yaml/plain'
import type { CardLine } from '../kind-row'
import { counted, firstFew, joinedLine, line, scalarsAsTexts } from './card-line'
import { limited } from './traffic-lines'

const MOST_RULES = 3

/** Kubernetes mounts an account's token unless the account says no. */
export function serviceAccountLines(object: PlainMap): readonly CardLine[] {
  return [line(object['automountServiceAccountToken'] === false ? 'Token not mounted' : 'Token mounted')]
}

/** "configmaps: get, watch", a line a rule, at most three. */
export function roleLines(object: PlainMap): readonly CardLine[] {
  const aggregated = listAt(object, 'aggregationRule', 'clusterRoleSelectors')
  const rules = limited(listAt(object, 'rules').filter(isMap).flatMap(ruleLine), MOST_RULES)
  if (rules.length > 0) return rules
  return [line(aggregated.length === 0 ? 'No rules' : 'Gathers other roles')]
}

function ruleLine(rule: PlainMap): readonly CardLine[] {
  const resources = scalarsAsTexts([...listAt(rule, 'resources'), ...listAt(rule, 'nonResourceURLs')]).map(
    anyOr('everything'),
  )
  const verbs = scalarsAsTexts(listAt(rule, 'verbs')).map(anyOr('anything'))
  return joinedLine(`${firstFew(resources, 2) ?? '?'}: ${firstFew(verbs, 3) ?? 'nothing'}`)
}

function anyOr(everything: string): (word: string) => string {
  return word => (word === '*' ? everything : word)
}

/** "Role to 1 ServiceAccount", "ClusterRole view to 2 Groups": the kind of role and who gets it. */
export function bindingLines(object: PlainMap): readonly CardLine[] {
  const role = mapAt(object, 'roleRef')
  return [line(`${textAt(role, 'kind') ?? 'Role'} to ${subjectWords(listAt(object, 'subjects'))}`)]
}

function subjectWords(subjects: readonly PlainValue[]): string {
  const counts = new Map<string, number>()
  for (const subject of subjects) {
    const kind = textAt(subject, 'kind') ?? 'subject'
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return counts.size === 0 ? 'nobody' : [...counts].map(([kind, count]) => counted(count, kind)).join(', ')
}

/** What is asked of a signer, and for whom. */
export function signingRequestLines(object: PlainMap): readonly CardLine[] {
  return joinedLine(textAt(object, 'spec', 'signerName'), textAt(object, 'spec', 'username'))
}
