import { isMap, listAt, mapAt, textAt, type PlainMap } from '../../yaml/plain'
import type { CardLine } from '../kind-row'
import { counted, firstFew, joinedBy, joinedLine, scalarAsText, scalarsAsTexts } from './card-line'
import { limited } from './traffic-lines'

/** Webhooks: which requests go where, "pods: create → shop/guard". */
export function webhookLines(object: PlainMap): readonly CardLine[] {
  return limited(
    listAt(object, 'webhooks').flatMap(webhook => {
      const rules = listAt(webhook, 'rules').filter(isMap)
      const resources = scalarsAsTexts(rules.flatMap(rule => listAt(rule, 'resources')))
      const service = mapAt(webhook, 'clientConfig', 'service')
      const target = joinedBy('/', textAt(service, 'namespace'), textAt(service, 'name'))
      return joinedLine(
        joinedBy(' → ', firstFew(resources, 2), target === '' ? textAt(webhook, 'clientConfig', 'url') : target),
      )
    }),
    3,
  )
}

export function admissionPolicyLines(object: PlainMap): readonly CardLine[] {
  const rules = listAt(object, 'spec', 'matchConstraints', 'resourceRules').filter(isMap)
  const resources = scalarsAsTexts(rules.flatMap(rule => listAt(rule, 'resources')))
  return joinedLine(firstFew(resources, 2), failureWords(textAt(object, 'spec', 'failurePolicy')))
}

function failureWords(policy: string | null): string | null {
  return policy === 'Ignore' ? 'failures ignored' : null
}

export function admissionBindingLines(object: PlainMap): readonly CardLine[] {
  const actions = scalarsAsTexts(listAt(object, 'spec', 'validationActions'))
  return joinedLine(textAt(object, 'spec', 'policyName'), firstFew(actions, 2))
}

export function apiServiceLines(object: PlainMap): readonly CardLine[] {
  const service = mapAt(object, 'spec', 'service')
  const target = joinedBy('/', textAt(service, 'namespace'), textAt(service, 'name'))
  return joinedLine(joinedBy('/', textAt(object, 'spec', 'group'), textAt(object, 'spec', 'version')), target)
}

export function flowSchemaLines(object: PlainMap): readonly CardLine[] {
  const precedence = scalarAsText(mapAt(object, 'spec')['matchingPrecedence'])
  return joinedLine(
    textAt(object, 'spec', 'priorityLevelConfiguration', 'name'),
    precedence === null ? null : `precedence ${precedence}`,
  )
}

export function priorityLevelLines(object: PlainMap): readonly CardLine[] {
  const limited = mapAt(object, 'spec', 'limited')
  const shares = scalarAsText(limited['nominalConcurrencyShares'])
  return joinedLine(textAt(object, 'spec', 'type'), shares === null ? null : counted(shares, 'share'))
}

export function runtimeClassLines(object: PlainMap): readonly CardLine[] {
  return joinedLine(textAt(object, 'handler'))
}

export function leaseLines(object: PlainMap): readonly CardLine[] {
  return joinedLine(textAt(object, 'spec', 'holderIdentity') ?? 'Nobody holds it')
}

/** ResourceClaim and its template: the devices asked for. */
export function deviceClaimLines(object: PlainMap): readonly CardLine[] {
  const spec = mapAt(object, 'spec')
  const requests = [...listAt(spec, 'devices', 'requests'), ...listAt(spec, 'spec', 'devices', 'requests')]
  const classes = requests
    .map(request => textAt(request, 'exactly', 'deviceClassName') ?? textAt(request, 'deviceClassName'))
    .filter(name => name !== null)
  return joinedLine(firstFew(classes, 2) ?? counted(requests.length, 'device'))
}
