import { outsideSideOf } from '../relations/chains'
import type { Relation } from '../relations/relation'
import type { Steps } from '../steps'
import type { KubeObject, ObjectId } from '../workspace/kube-object'
import { contentOf, ghostContent, outsideContent } from './card-content'
import { endOf, type CardId, type Ghost, type Outside, type SceneCard } from './scene'

/** A card before it has its place. */
export type UnplacedCard = Omit<SceneCard, 'rect'>

/** The cards of a design: its objects, one ghost for each object that is named and in no file, one for all outside. */
export function cardsOf(objects: readonly KubeObject[], relations: readonly Relation[]): readonly UnplacedCard[] {
  const last = lastCards.get(relations)
  if (last?.objects === objects) return last.cards
  const cards: UnplacedCard[] = objects.map(cardOfObject)
  const others = new Set<CardId>()
  for (const relation of relations) {
    if (relation.to !== null) continue
    const card = cardBesideObjects(relation)
    if (card === null || others.has(card.id)) continue
    cards.push(card)
    others.add(card.id)
  }
  lastCards.set(relations, { objects, cards })
  return cards
}

/** The same, in steps: what a card says is read from its object, which takes a while for thousands of them. */
export function* cardsInSteps(
  objects: readonly KubeObject[],
  relations: readonly Relation[],
): Steps<readonly UnplacedCard[]> {
  for (let n = 0; n < objects.length; n++) {
    cardOfObject(objects[n]!)
    if (n % STEP === STEP - 1) yield n / objects.length
  }
  return cardsOf(objects, relations)
}
const STEP = 50

/** The same design is asked for its cards by its places and by its picture. */
const lastCards = new WeakMap<
  readonly Relation[],
  { readonly objects: readonly KubeObject[]; readonly cards: readonly UnplacedCard[] }
>()

/** The cards of some objects alone, and of what they name that is no object. */
export function cardsAround(
  cards: readonly UnplacedCard[],
  relations: readonly Relation[],
  shown: ReadonlySet<ObjectId>,
): readonly UnplacedCard[] {
  const ends = new Set(relations.flatMap(relation => (shown.has(relation.from) ? (endOf(relation) ?? []) : [])))
  return cards.filter(({ id, object }) => (object ? shown.has(id) : ends.has(id)))
}

const NOTHING_ELSE = { ghost: null, outside: null, collapsed: null } as const

const objectCards = new WeakMap<KubeObject, UnplacedCard>()

function cardOfObject(object: KubeObject): UnplacedCard {
  const known = objectCards.get(object)
  if (known) return known
  const content = contentOf(object)
  const label = `${object.kind} ${content.name}`
  const card = { id: object.id, label, object, ...NOTHING_ELSE, content, namespace: boxOf(object) }
  objectCards.set(object, card)
  return card
}

/** The namespace whose box an object stands in, null for none. A Namespace stands in its own, with what it holds. */
export function boxOf({ group, kind, name, namespace }: KubeObject): string | null {
  return group === '' && kind === 'Namespace' ? name : namespace
}

const otherCards = new WeakMap<Relation, UnplacedCard | null>()

/** The ghost, or what is outside, that a relation names first; null where it names neither. */
function cardBesideObjects(relation: Relation): UnplacedCard | null {
  const known = otherCards.get(relation)
  if (known !== undefined) return known
  const { missing, outside, optional } = relation
  const id = endOf(relation)
  const card =
    id === null
      ? null
      : missing && !optional
        ? cardOfGhost(id, { missing, relation })
        : outside !== null
          ? cardOfOutside(id, { name: outside, side: edgeFor(relation), relation })
          : null
  otherCards.set(relation, card)
  return card
}

function cardOfGhost(id: CardId, ghost: Ghost): UnplacedCard {
  const { kind, name, namespace } = ghost.missing
  const content = ghostContent(ghost.missing)
  return { id, label: `Missing ${kind} ${name}`, object: null, ...NOTHING_ELSE, ghost, content, namespace }
}

function cardOfOutside(id: CardId, outside: Outside): UnplacedCard {
  const content = outsideContent(outside.name)
  const label = `${content.row.kind} ${content.name}`
  return { id, label, object: null, ...NOTHING_ELSE, outside, content, namespace: null }
}

/** People stand where the cards of access stand, on the right; traffic comes in from the left. */
function edgeFor(relation: Relation): Outside['side'] {
  return relation.group === 'access' || outsideSideOf(relation) === 'exit' ? 'right' : 'left'
}
