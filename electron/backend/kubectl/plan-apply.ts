import type { FieldConflict, ObjectPlan } from '../../../shared/cluster/apply-plan'
import { applyStages } from '../../../shared/cluster/apply-order'
import { cleanObject } from '../../../shared/cluster/clean-object'
import { refKey } from '../../../shared/cluster/cluster-ref'
import type { ClusterRef } from '../../../shared/cluster/cluster-ref'
import { pointerOfField, readConflicts, valueOfField } from '../../../shared/cluster/conflicts'
import type { ClusterFailure } from '../../../shared/cluster/failure'
import { isOfTheWay } from '../../../shared/cluster/failure'
import { FIELD_MANAGER } from '../../../shared/cluster/inventory'
import { manifestDiff, refWords } from '../../../shared/cluster/manifest-diff'
import { isSecret, maskSecret } from '../../../shared/cluster/mask-secrets'
import { customKindsOf, type CustomKinds } from '../../../shared/kinds/custom-kinds'
import { findGraph } from '../../../shared/relations/find'
import type { Graph } from '../../../shared/relations/find'
import type { KubeObject, ObjectId } from '../../../shared/workspace/kube-object'
import { printExactJson } from '../../../shared/yaml/exact-json'
import { samePlain } from '../../../shared/yaml/edit/patch-plain'
import { listAt, mapAt, textAt } from '../../../shared/yaml/plain'
import type { PlainMap, PlainValue } from '../../../shared/yaml/plain'
import { answersTo, BATCH, itemsIn, readObjects, runOn } from './objects'
import type { Door } from './objects'
import { inBatches } from './batches'
import { applyArgs } from './commands'
import { planRemovals } from './plan-removals'
import type { KeptPlan, PlannedObject } from './kept-plan'
import { namesFor } from './named-objects'
import type { Named } from './named-objects'
import type { KubectlError } from './kubectl-error'
import { readResources } from './resources'
import type { Resources } from './resources'

/** A design on its way to a cluster. */
export type DesignToApply = {
  readonly objects: readonly KubeObject[]
  /** Every file could be read. */
  readonly isWhole: boolean
  /** Where what it made is recorded; null for nowhere. */
  readonly inventory: ClusterRef | null
}

/**
 * Asks the server what applying a design would do: what is there is read, everything else is tried by the server itself
 * in a dry run. Changes nothing. Throws when the cluster can't be reached; an object that the server refuses is part of
 * the plan.
 */
export async function planApply(door: Door, design: DesignToApply, signal?: AbortSignal): Promise<KeptPlan> {
  const [resources, graph] = [await readResources(door.kubectl, door.context, signal), findGraph(design.objects)]
  const named = namesFor(design.objects, resources)
  const served = named.filter(({ ref }) => isServed(ref, resources) && ref.name !== '')
  const [live, namespaces] = await Promise.all([
    readLive(door, served, signal),
    missingNamespaces(door, served, signal),
  ])
  const planned = new Map<KubeObject, PlannedObject>()
  const refuse = ({ object, ref, sent }: Named, failure: ClusterFailure): void =>
    void planned.set(object, { ...nothingPlanned(object, ref, sent), shown: refusedPlan(object, ref, failure) })

  const circumstances: Circumstances = {
    resources,
    live,
    namespaces,
    defined: customKindsOf(design.objects),
    first: new Map(named.toReversed().map(each => [refKey(each.ref), each])),
    made: new Set(named.flatMap(({ ref }) => (ref.kind === 'Namespace' ? [ref.name] : []))),
  }
  const toTry: Named[] = []
  for (const each of named) {
    const why = whyNotTried(each, circumstances)
    if (why === null) toTry.push(each)
    else if (why.later) planned.set(each.object, laterPlan(each))
    else refuse(each, why.failure)
  }
  const tried = await inBatches(toTry, BATCH, async batch => {
    const sent = batch.map(each => each.sent)
    const args = applyArgs({ isDry: true })
    return answersTo(
      batch.map(({ ref }) => ref),
      (await runOn(door, args, sent, { signal })).stdout,
    )
  })
  const refs = new Map(named.map(({ object, ref }) => [object.id, ref]))
  for (const answer of tried) {
    const { item } = answer
    const before = live.get(refKey(item.ref))
    const there = before?.ok === true ? before.value : null
    if (answer.ok) planned.set(item.object, comparedPlan(item, there, answer.value ?? item.sent))
    else if (isOfTheWay(answer.failure.code) || answer.failure.code === 'cancelled') throw answer.error
    else if (answer.failure.code === 'conflict') {
      const after = await tryByForce(door, item, signal)
      planned.set(item.object, conflictPlan(item, there, after, answer.error))
    } else if (needsWhatIsNew(item.object, graph, live, refs)) planned.set(item.object, laterPlan(item))
    else refuse(item, answer.failure)
  }
  const stages = applyStages(design.objects, graph.relations).map(stage => ({
    wait: stage.wait,
    objects: stage.objects.flatMap(object => planned.get(object) ?? []),
  }))
  const removals = await planRemovals(
    door,
    design,
    named.map(({ ref }) => ref),
    signal,
  )
  return { context: door.context, purpose: 'apply', stages, ...removals }
}

type Live = ReadonlyMap<string, Awaited<ReturnType<typeof readObjects>>[number]>

async function readLive(door: Door, named: readonly Named[], signal: AbortSignal | undefined): Promise<Live> {
  const answers = await readObjects(
    door,
    named.map(({ ref }) => ref),
    signal,
  )
  for (const answer of answers)
    if (!answer.ok && (isOfTheWay(answer.failure.code) || answer.failure.code === 'cancelled')) throw answer.error
  return new Map(answers.map(answer => [refKey(answer.item), answer]))
}

/** Namespaces that aren't there. Empty where the user may not ask: then the dry run tells. */
async function missingNamespaces(
  door: Door,
  named: readonly Named[],
  signal: AbortSignal | undefined,
): Promise<ReadonlySet<string>> {
  const used = [...new Set(named.flatMap(({ ref }) => ref.namespace ?? []))]
  const answers = await readObjects(
    door,
    used.map(name => ({ apiVersion: 'v1', kind: 'Namespace', namespace: null, name })),
    signal,
  )
  return new Set(answers.flatMap(answer => (answer.ok && answer.value === null ? [answer.item.name] : [])))
}

type Circumstances = {
  readonly resources: Resources
  readonly live: Live
  /** Namespaces that aren't there, and those that the design makes. */
  readonly namespaces: ReadonlySet<string>
  readonly made: ReadonlySet<string>
  /** Kinds that the design itself defines. */
  readonly defined: CustomKinds
  /** The first object of each name. */
  readonly first: ReadonlyMap<string, Named>
}
type NotTried = { readonly later: true } | { readonly later: false; readonly failure: ClusterFailure } | null

/** Why an object isn't shown to the server: it can't be, or it needs what the same apply makes first. */
function whyNotTried(each: Named, about: Circumstances): NotTried {
  const { ref, object } = each
  const refused = (code: ClusterFailure['code'], message: string): NotTried => ({
    later: false,
    failure: { code, message },
  })
  if (ref.name === '')
    return refused('no-name', `A ${ref.kind} without a name can't be applied: there is nothing to find it by again.`)
  if (about.first.get(refKey(ref)) !== each)
    return refused('invalid', `${refWords(ref)} is in the design more than once.`)
  if (!isServed(ref, about.resources)) {
    if (about.defined.row(object.group, ref.kind)) return { later: true }
    return refused(
      'unknown-kind',
      `This cluster knows no ${ref.kind} of ${ref.apiVersion}. Install what brings it, or leave the object out.`,
    )
  }
  if (ref.namespace !== null && about.namespaces.has(ref.namespace)) {
    if (about.made.has(ref.namespace)) return { later: true }
    return refused(
      'not-found',
      `There is no namespace ${ref.namespace} in the cluster. Add a Namespace ${ref.namespace} to the design, or make it first.`,
    )
  }
  const live = about.live.get(refKey(ref))
  return live && !live.ok ? { later: false, failure: live.failure } : null
}

function isServed({ apiVersion, kind }: ClusterRef, resources: Resources): boolean {
  return resources.find(apiVersion, kind) !== null
}

/** Whether a new object refers to another new one: the server may refuse it only because that isn't there yet. */
function needsWhatIsNew(
  object: KubeObject,
  graph: Graph,
  live: Live,
  refs: ReadonlyMap<ObjectId, ClusterRef>,
): boolean {
  const isNew = (id: ObjectId): boolean => {
    const ref = refs.get(id)
    const answer = ref && live.get(refKey(ref))
    return answer?.ok === true && answer.value === null
  }
  return (
    isNew(object.id) &&
    graph.relationsOf(object.id).some(({ from, to }) => from === object.id && to !== null && isNew(to))
  )
}

async function tryByForce(door: Door, { sent }: Named, signal: AbortSignal | undefined): Promise<PlainMap | null> {
  const args = applyArgs({ isForced: true, isDry: true })
  const [answer] = await inBatches([sent], 1, async batch =>
    itemsIn((await runOn(door, args, batch, { signal })).stdout),
  )
  return answer?.ok === true ? answer.value : null
}

function nothingPlanned(object: KubeObject, ref: ClusterRef, sent: PlainMap): PlannedObject {
  const shown: ObjectPlan = {
    ...ref,
    id: object.id,
    state: 'unchanged',
    diff: '',
    before: null,
    after: null,
    conflicts: [],
    failure: null,
  }
  return { shown, sent, live: null, after: null, isAsItIs: false, isOwnConflict: true }
}

function refusedPlan(object: KubeObject, ref: ClusterRef, failure: ClusterFailure): ObjectPlan {
  return { ...nothingPlanned(object, ref, {}).shown, state: 'refused', failure }
}

function laterPlan({ object, ref, sent }: Named): PlannedObject {
  const after = cleanObject(sent)
  const { shown, ...rest } = nothingPlanned(object, ref, sent)
  const diff = manifestDiff(ref, null, after)
  return { ...rest, shown: { ...shown, state: 'unchecked', diff, after: jsonOf(after) } }
}

function comparedPlan({ object, ref, sent }: Named, live: PlainMap | null, tried: PlainMap): PlannedObject {
  const before = live && cleanObject(live)
  const after = cleanObject(tried)
  const isSame = before !== null && samePlain(before, after)
  const shown: ObjectPlan = {
    ...nothingPlanned(object, ref, sent).shown,
    state: before === null ? 'added' : isSame ? 'unchanged' : 'changed',
    diff: isSame ? '' : manifestDiff(ref, before, after),
    before: before && jsonOf(before),
    after: jsonOf(after),
  }
  return {
    shown,
    sent,
    live,
    after,
    isAsItIs: isSame && samePlain(heldFields(live ?? {}), heldFields(tried)),
    isOwnConflict: true,
  }
}

/** The fields that we hold by having applied them. Others' come and go with every status. */
function heldFields(object: PlainMap): readonly PlainValue[] {
  return listAt(object, 'metadata', 'managedFields')
    .filter(each => textAt(each, 'manager') === FIELD_MANAGER && textAt(each, 'operation') === 'Apply')
    .map(each => mapAt(each, 'fieldsV1'))
}

function conflictPlan(named: Named, live: PlainMap | null, tried: PlainMap | null, error: KubectlError): PlannedObject {
  const { ref, sent } = named
  const conflicts = readConflicts(error.said).map(({ manager, field }): FieldConflict => {
    const value = (object: PlainMap | null): string | null => {
      const found = object === null || isSecret(sent) ? undefined : valueOfField(object, field)
      return found === undefined ? null : printExactJson(found)
    }
    return { path: pointerOfField(sent, field), field, manager, theirs: value(live), mine: value(sent) }
  })
  const planned = comparedPlan(named, live, tried ?? live ?? {})
  const isOwnConflict = conflicts.every(({ manager }) => manager === FIELD_MANAGER)
  const failure = isOwnConflict ? null : { code: 'conflict' as const, message: conflictWords(ref, conflicts) }
  // It changes at least who owns a field, and that is what has to be decided.
  return {
    ...planned,
    isAsItIs: false,
    isOwnConflict,
    shown: { ...planned.shown, state: 'changed', conflicts, failure },
  }
}

function conflictWords(ref: ClusterRef, conflicts: readonly FieldConflict[]): string {
  const managers = [...new Set(conflicts.map(({ manager }) => manager))].join(', ')
  const fields = conflicts.map(({ field }) => field).join(', ')
  return `${refWords(ref)}: ${managers} set ${fields} to something else.`
}

function jsonOf(object: PlainMap): string {
  return printExactJson(maskSecret(object))
}
