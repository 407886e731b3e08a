import type { DiffMark } from '../../../shared/cluster/compare'
import type { Family } from '../../../shared/kinds/kind-row'
import type { RelationGroup } from '../../../shared/relations/relation'

/** The tokens that the painted layer needs, as colours that a 2D context takes. */
export type Colours = {
  readonly canvas: string
  readonly gridDot: string
  readonly groupFill: string
  readonly groupBorder: string
  readonly text: string
  readonly textMuted: string
  readonly accent: string
  readonly accentRing: string
  readonly focus: string
  readonly error: string
  readonly errorSolid: string
  readonly warningSolid: string
  readonly blocked: string
  readonly diff: Readonly<Record<DiffMark, string>>
  readonly blockFill: Readonly<Record<Family, string>>
  readonly blockBorder: Readonly<Record<Family, string>>
  readonly edgeRest: Readonly<Record<RelationGroup, string>>
  readonly edgeLit: Readonly<Record<RelationGroup, string>>
  readonly fontUi: string
}

/** Read the tokens as they are for an element now. Ask again when the theme changes. */
export function readColours(element: Element): Colours {
  const style = getComputedStyle(element)
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim()
  const family = (part: string): Record<Family, string> => ({
    workload: token(`family-workload-${part}`),
    traffic: token(`family-traffic-${part}`),
    config: token(`family-config-${part}`),
    storage: token(`family-storage-${part}`),
    access: token(`family-access-${part}`),
    policy: token(`family-policy-${part}`),
    mesh: token(`family-mesh-${part}`),
    delivery: token(`family-delivery-${part}`),
    other: token(`family-custom-${part}`),
  })
  const edge = (suffix: string): Record<RelationGroup, string> => ({
    traffic: token(`edge-traffic${suffix}`),
    config: token(`edge-config${suffix}`),
    storage: token(`edge-storage${suffix}`),
    access: token(`edge-access${suffix}`),
    policy: token(`edge-policy${suffix}`),
    mesh: token(`edge-mesh${suffix}`),
    delivery: token(`edge-delivery${suffix}`),
    other: token(`edge-other${suffix}`),
  })
  return {
    canvas: token('surface-canvas'),
    gridDot: token('grid-dot'),
    groupFill: token('surface-group'),
    groupBorder: token('border-default'),
    text: token('text-primary'),
    textMuted: token('text-muted'),
    accent: token('accent-border'),
    accentRing: token('accent-ring'),
    focus: token('focus-ring'),
    error: token('error-fg'),
    errorSolid: token('error-solid'),
    warningSolid: token('warning-solid'),
    blocked: token('edge-blocked'),
    diff: { add: token('diff-add-fg'), change: token('diff-change-fg'), remove: token('diff-remove-fg') },
    blockFill: family('bg'),
    blockBorder: family('border'),
    edgeRest: edge('-rest'),
    edgeLit: edge(''),
    fontUi: token('font-ui'),
  }
}
