import { kindRow } from '../../kinds/kinds'
import type { Graph } from '../../relations/find'
import { kindKey, type KindKey } from '../../relations/kind-key'
import type { WireOffer } from '../../relations/relation'
import { isKind, relationRules } from '../../relations/rules'
import { titleOf } from '../../relations/title'
import { offersFor, prepareFor } from '../../relations/wire'
import { cannotWire } from '../../relations/wires/wire-form'
import type { Planned } from '../change'
import { composeChanges } from '../compose-changes'
import type { Design } from '../design'
import { updateDesign } from '../design'
import type { ObjectId } from '../kube-object'
import { whyNotNamed } from '../names'
import { objectIsGone } from '../refusal'
import { applyChange } from '../workspace'
import { addObject, type AddObject } from './add-object'
import { connect } from './connect'

/** `to` is what the new object is made for: it goes into the same namespace and folder and, where it can, gets its name. */
export type AddConnected = Pick<AddObject, 'group' | 'kind' | 'at'> & { readonly to: ObjectId }

/**
 * A new object that is tied, in the most usual way, to one that is there: a Service exposes the Deployment that it is
 * made for, a ConfigMap configures it, a claim gives it storage, an autoscaler scales it. One step.
 */
export function addConnected(design: Design, { to, ...input }: AddConnected): Planned {
  const { workspace } = design
  const target = workspace.object(to)
  if (!target) return objectIsGone()
  const name = nameFor(design, input, target.name, target.namespace)
  const patch: AddObject['patch'] = starter => prepareFor(kindKey(input.group, input.kind), target, starter)
  const added = addObject(design, { ...input, beside: to, patch, ...(name === null ? {} : { name }) })
  if (!added.ok) return added

  const applied = applyChange(workspace, added.change)
  const [made] = applied.made
  const between = updateDesign(design, applied.workspace)
  const tie = made === undefined ? null : mostUsual(between.graph, made, to)
  if (!tie) return cannotWire(`A new ${input.kind} can't be tied to ${titleOf(target)}.`)
  const wired = connect(between, { rule: tie.offer.rule, from: tie.from, to: tie.to })
  if (!wired.ok) return wired
  const change = composeChanges(added.change, wired.change)
  if (!change) throw new Error('A wire made or removed a file')
  const says = `${added.change.says} for ${titleOf(target)}`
  return { ok: true, change: { ...change, says, ...(made === undefined ? {} : { select: [made] }) } }
}

/** The objects that a new one of a kind can be made for. */
export function takersOf(graph: Graph, { group, kind }: Pick<AddObject, 'group' | 'kind'>): ReadonlySet<ObjectId> {
  const key = kindKey(group, kind)
  const fits = new Map<KindKey, boolean>()
  const takes = (other: KindKey): boolean => {
    const known = fits.get(other) ?? (canTie(key, other) || canTie(other, key))
    fits.set(other, known)
    return known
  }
  return new Set(graph.objects.filter(object => takes(kindKey(object.group, object.kind))).map(({ id }) => id))
}

function canTie(from: KindKey, to: KindKey): boolean {
  return relationRules.some(
    rule => rule.wire?.to.some(pattern => isKind(pattern, to)) && rule.from.some(pattern => isKind(pattern, from)),
  )
}

type Tie = { readonly offer: WireOffer; readonly from: ObjectId; readonly to: ObjectId }

function mostUsual(graph: Graph, made: ObjectId, target: ObjectId): Tie | null {
  const [back] = offersFor(graph, made, target)
  if (back) return { offer: back, from: made, to: target }
  const [there] = offersFor(graph, target, made)
  return there ? { offer: there, from: target, to: made } : null
}

/** The target's own name where no other object of the kind has it. */
function nameFor(
  { workspace }: Design,
  { group, kind }: Pick<AddObject, 'group' | 'kind'>,
  name: string | null,
  namespace: string | null,
): string | null {
  if (name === null) return null
  const row = kindRow(group, kind)
  const wanted = { group: row.group, kind, namespace: row.scope === 'cluster' ? null : namespace, name }
  return whyNotNamed(workspace.objects, wanted, null) === null ? name : null
}
