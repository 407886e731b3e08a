import { kindKey, splitKindKey } from '../relations/kind-key'
import { rulesFrom } from '../relations/rules'
import { requiredPairs } from '../relations/selector'
import { sourceOf } from '../relations/source'
import { titleOf } from '../relations/title'
import { formatPointer } from '../yaml/pointer'
import type { Check } from './check'

/** The selectors by which an object says what it is for. Those of affinities may well match nothing. */
const OWN_SELECTORS: ReadonlySet<string> = new Set(['/spec/selector', '/spec/podSelector'])

/** A selector that asks for labels which nothing in its namespace has. One for any namespace may mean what is elsewhere. */
export const selectorMatchesNothing: Check = ({ object, relations }) => {
  const source = sourceOf(object)
  const own = relations.filter(({ from }) => from === object.id)
  const told = new Set<string>()
  return rulesFrom(kindKey(object.group, object.kind)).flatMap(rule =>
    rule.tie(source).flatMap(({ path, target }) => {
      const pointer = formatPointer(path)
      if (target.by !== 'labels' || !OWN_SELECTORS.has(pointer) || typeof target.namespaces !== 'string') return []
      const pairs = requiredPairs(target.selector)
      // Several rules may read one selector: it is enough when one of them finds something.
      const isMatched = told.has(pointer) || own.some(({ because }) => because.some(place => place.path === pointer))
      const isControllers = pairs.some(([key]) => isSetByController(key))
      if (target.namespaces === 'any' || pairs.length === 0 || isMatched || isControllers) return []
      told.add(pointer)
      const labels = pairs.map(([key, value]) => `${key}=${value}`).join(', ')
      return [
        {
          code: 'selector-matches-nothing',
          severity: 'warning',
          message: `${titleOf(object)} selects ${labels}, which no ${target.among === 'pods' ? 'pod template' : splitKindKey(target.among).kind} in namespace ${target.namespaces} has`,
          path: pointer,
          fix: 'Correct the selector, or give what is meant these labels.',
        } as const,
      ]
    }),
  )
}

/** Labels that a controller gives its pods: no template has them. */
function isSetByController(key: string): boolean {
  const domain = key.includes('/') ? key.slice(0, key.indexOf('/')) : ''
  return key === 'job-name' || key === 'controller-uid' || (domain !== '' && domain !== 'app.kubernetes.io')
}
