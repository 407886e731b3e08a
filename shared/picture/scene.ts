import type { Point } from '../workspace/change'
import type { KubeObject } from '../workspace/kube-object'
import type { MissingTarget, Relation } from '../relations/relation'
import type { Rect } from '../layout/rect'
import type { CardContent } from './card-content'

/** An object's id, or a ghost's (see ghostId): unique in a scene. */
export type CardId = string

/** What stands for a missing object: everything that names it points here. */
export type Ghost = { readonly missing: MissingTarget; readonly relation: Relation }

/** What no manifest holds: a host, a person, an address. One for all relations that name it. */
export type Outside = { readonly name: string; readonly side: 'left' | 'right'; readonly relation: Relation }

/** What stands for a namespace that is collapsed: the cards that are not seen. */
export type CollapsedNamespace = { readonly namespace: string; readonly members: readonly CardId[] }

/** A box of the picture: an object, the ghost of one that is in no file, something outside, or a whole namespace. Kept while content and place are the same. */
export type SceneCard = {
  readonly id: CardId
  /** "Deployment api": what assistive technology calls it. */
  readonly label: string
  readonly object: KubeObject | null
  readonly ghost: Ghost | null
  readonly outside: Outside | null
  readonly collapsed: CollapsedNamespace | null
  readonly content: CardContent
  readonly namespace: string | null
  readonly rect: Rect
}

/** A line of the picture. Kept while its relation, its ends and its lane are the same. */
export type SceneEdge = {
  readonly relation: Relation
  /** What else the line stands for, where it leads to a namespace that is collapsed. */
  readonly bundled: readonly Relation[]
  /** "Service web selects Deployment api" */
  readonly label: string
  readonly from: SceneCard
  readonly to: SceneCard
  /** How far from the card it turns: each relation group that leaves a side of a card has a lane of its own. */
  readonly lane: number
}

/** A namespace's box around its cards. */
export type SceneGroup = { readonly namespace: string; readonly cards: readonly SceneCard[]; readonly rect: Rect }

/**
 * The whole picture, with sizes and places, before anything is drawn. All questions about what is where are answered
 * from it, never from the DOM.
 */
export type Scene = {
  readonly cards: readonly SceneCard[]
  readonly edges: readonly SceneEdge[]
  readonly groups: readonly SceneGroup[]
  card(id: CardId): SceneCard | null
  /** The card itself, or the one that stands for it because its namespace is collapsed. */
  standsFor(id: CardId): SceneCard | null
  edgesOf(id: CardId): readonly SceneEdge[]
  edge(relation: string): SceneEdge | null
  /** The cards that touch a box, in the scene's order. */
  cardsIn(rect: Rect): readonly SceneCard[]
  /** The edges that may touch a box. */
  edgesIn(rect: Rect): readonly SceneEdge[]
  cardAt(point: Point): SceneCard | null
  groupOf(namespace: string): SceneGroup | null
  /** Around everything; null while there is nothing. */
  readonly bounds: Rect | null
}

/** The card at a relation's other end: an object's, a ghost's or what is outside; null where there is none. */
export function endOf({ to, missing, outside }: Relation): CardId | null {
  return to ?? (missing ? ghostId(missing) : outside === null ? null : outsideId(outside))
}

/** The id of the card of something outside. */
export function outsideId(name: string): CardId {
  return `outside ${name}`
}

/** The id of a missing object's card. */
export function ghostId(missing: MissingTarget): CardId {
  return `missing ${missing.group}/${missing.kind} ${missing.namespace ?? ''}/${missing.name}`
}
