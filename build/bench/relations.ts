import { findGraph } from '../../shared/relations/find'
import type { Relation } from '../../shared/relations/relation'
import { ruleCases } from '../../shared/relations/rule-cases.test-data'
import { relationRules, ruleById } from '../../shared/relations/rules'
import type { Workspace } from '../../shared/workspace/workspace'
import { seeded } from './random'
import { doubtAbout } from './relations/because'
import { corpusDesigns, designsOf } from './relations/designs'
import { roundTrip, type Trip } from './relations/round-trip'
import { tellSpeed } from './relations/speed'

/**
 * `npm run bench:relations`: how fast relations are found; of each rule how often the corpus has it, and that what can
 * be wired is made and taken back without a trace, on real manifests and on designs around its case in every spelling;
 * and that every relation found says where it comes from, by a reading that knows nothing of the rules. `-- --proof` and
 * `-- --speed` do one half. Fails where one relation is wrong, or a wire is refused for no reason that is told below.
 */
const TRIPS = { corpus: 20, generated: 12 }

/** Why a relation that is found may not be drawn: it does nothing in a cluster, and a drag makes what works. */
const RIGHTLY_REFUSED: readonly (readonly [sentence: RegExp, why: string])[] = [
  [/^No listener of Gateway \S+ takes routes from namespace /, 'the Gateway lets no such route in'],
  [/ has no number of replicas that could be set/, 'no autoscaler can size it'],
  [/ has no container that could take it/, 'a pod without containers, which no API server takes'],
]
const [only] = process.argv.slice(2)
let holds = true
if (only !== '--proof') holds = tellSpeed() && holds
if (only !== '--speed') holds = tellProof() && holds
process.exitCode = holds ? 0 : 1

type Count = {
  found: number
  inDesigns: number
  readonly trips: { readonly corpus: Trip[]; readonly generated: Trip[] }
}

function tellProof(): boolean {
  const started = performance.now()
  const counts = new Map<string, Count>(
    relationRules.map(({ id }) => [id, { found: 0, inDesigns: 0, trips: { corpus: [], generated: [] } }]),
  )
  const designs = corpusDesigns()
  if (designs.length === 0) console.log('skipped: no corpus of manifests (CHARTROOM_CORPUS)')
  const doubts: string[] = []
  const random = seeded('turned to another target')
  let [checked, turned, seen] = [0, 0, 0]
  const check = (workspace: Workspace): readonly Relation[] => {
    const graph = findGraph(workspace.objects)
    for (const relation of graph.relations) {
      const to = relation.to === null ? null : graph.object(relation.to)
      const doubt = doubtAbout(relation, graph.object(relation.from)!, to)
      checked++
      // Turned to another object, most would be wrong: a reading that takes them all would prove nothing.
      const other = to === null ? null : random.pick(graph.objects)
      if (other !== null && other.kind !== to?.kind) {
        turned++
        if (doubtAbout({ ...relation, to: other.id }, graph.object(relation.from)!, other) !== null) seen++
      }
      if (doubt !== null) doubts.push(`${relation.rule}: ${doubt} (${[...workspace.files.keys()][0]}, ${relation.id})`)
    }
    return graph.relations
  }
  for (const workspace of designs)
    for (const relation of check(workspace)) {
      const count = counts.get(relation.rule)!
      count.found++
      if (canTravel(relation) && count.trips.corpus.length < TRIPS.corpus)
        count.trips.corpus.push(roundTrip(workspace, relation))
    }
  for (const one of ruleCases)
    for (const workspace of designsOf(one, TRIPS.generated)) {
      const count = counts.get(one.rule)!
      const { trips } = count
      const found = check(workspace).filter(({ rule }) => rule === one.rule)
      if (found.length === 0) trips.generated.push({ outcome: 'wrong', why: 'a generated design lacks it' })
      else count.inDesigns++
      for (const relation of found.filter(canTravel).slice(0, 1)) trips.generated.push(roundTrip(workspace, relation))
    }
  tellRules(counts)
  for (const doubt of doubts.slice(0, 20)) console.log(`doubtful ${doubt}`)
  console.log(`${checked} relations read again by themselves: ${checked - doubts.length} are as their places say`)
  console.log(`${turned} turned to an object of another kind: ${seen} are seen to be wrong`)
  const all = [...counts.values()].flatMap(({ trips }) => [...trips.corpus, ...trips.generated])
  const [restored, refused, wrong] = [of(all, 'restored'), of(all, 'refused'), of(all, 'wrong')]
  console.log(
    `${all.length} relations taken out, made and taken out again: ${restored} without a trace, ${refused} refused, ${wrong} wrong; ` +
      `${((performance.now() - started) / 1000).toFixed(0)} s`,
  )
  const unexplained = tellRefusals(all)
  return doubts.length === 0 && seen > turned * 0.9 && wrong === 0 && unexplained === 0 && restored > 0
}

function canTravel({ rule, to, missing }: Relation): boolean {
  return ruleById(rule)?.wire !== undefined && to !== null && missing === null
}

function tellRules(counts: ReadonlyMap<string, Count>): void {
  console.log('                                            found in             restored of tried')
  console.log('rule                                    corpus  designs   real manifests  designs')
  for (const [rule, { found, inDesigns, trips }] of counts) {
    const told = [trips.corpus, trips.generated].map(list =>
      list.length === 0 ? '-' : `${of(list, 'restored')}/${list.length}`,
    )
    console.log(
      `${rule.padEnd(38)}${String(found).padStart(8)}${String(inDesigns).padStart(9)}  ${told[0]!.padStart(15)}  ${told[1]!.padStart(7)}`,
    )
    const reasons = new Map<string, number>()
    for (const trip of [...trips.corpus, ...trips.generated])
      if (trip.outcome !== 'restored')
        reasons.set(`${trip.outcome}: ${trip.why}`, (reasons.get(`${trip.outcome}: ${trip.why}`) ?? 0) + 1)
    for (const [reason, times] of [...reasons].slice(0, 4)) console.log(`    ${times} ${reason}`)
  }
}

/** Tells why wires were refused, and answers how often for no reason that is known. */
function tellRefusals(trips: readonly Trip[]): number {
  const refusals = trips.flatMap(trip => (trip.outcome === 'refused' ? [trip.why] : []))
  const reasonOf = (said: string) => RIGHTLY_REFUSED.find(([sentence]) => sentence.test(said))?.[1]
  for (const [, why] of RIGHTLY_REFUSED)
    console.log(`  ${refusals.filter(said => reasonOf(said) === why).length} refused rightly: ${why}`)
  const unexplained = refusals.filter(said => reasonOf(said) === undefined)
  for (const said of new Set(unexplained)) console.log(`  refused without a reason that is known: ${said}`)
  return unexplained.length
}

function of(trips: readonly Trip[], outcome: Trip['outcome']): number {
  return trips.filter(trip => trip.outcome === outcome).length
}
