import type { ReactNode, Ref } from 'react'
import { starterKinds } from '../../shared/kinds/kinds'
import type { Problem } from '../../shared/checks/problem'
import type { Look } from '../../shared/host'
import type { DiffMark } from '../../shared/cluster/compare'
import type { LiveState } from '../../shared/cluster/live/live-state'
import type { Alignment } from '../../shared/layout/align'
import type { Chain } from '../../shared/relations/chains'
import type { Weight } from '../../shared/relations/weights'
import type { Relation, RelationGroup } from '../../shared/relations/relation'
import type { Rect } from '../../shared/layout/rect'
import type { Point } from '../../shared/workspace/change'
import type { KubeObject, ObjectId } from '../../shared/workspace/kube-object'
import type { GroupLook, Note, NoteId } from '../../shared/workspace/layout-marks'

/** What the canvas asks of a graph; `Graph` of shared/relations answers it. */
export type CanvasGraph = {
  readonly relations: readonly Relation[]
  relationsOf(id: ObjectId): readonly Relation[]
  object(id: ObjectId): KubeObject | null
}

/** What is selected, here and in every other part of the window. `relation` is a Relation's id. */
export type CanvasSelection = { readonly objects: readonly ObjectId[]; readonly relation: string | null }

/** A point of the browser window, as mouse events give it: where a popover may open. */
export type ScreenPoint = { readonly clientX: number; readonly clientY: number }

/** A kind that is dragged from the palette. */
export type KindReference = { readonly group: string; readonly kind: string }

/** What a context menu was asked for: objects, a relation, a namespace or a note (none: the empty canvas), and the canvas point under it. */
export type MenuTarget = {
  /** The namespace whose box was asked about: its head, or the card that stands for it. */
  readonly namespace: string | null
  readonly note: NoteId | null
  readonly objects: readonly ObjectId[]
  readonly relation: Relation | null
  readonly canvasPoint: Point
}

/**
 * Everything that the canvas shows, and everything that it says back. It keeps no truth of its own besides the view,
 * the automatic places of cards that the user has not placed, and the gesture that is under way.
 *
 * Maps, sets and lists are compared by identity: hand over the same one while nothing in it changed.
 */
export type CanvasProps = {
  readonly ref?: Ref<CanvasHandle>
  /** Changes when another folder or design is opened: the view is fitted and automatic places start afresh. */
  readonly designKey: string
  readonly objects: readonly KubeObject[]
  readonly graph: CanvasGraph
  /** The objects are all there (false while a folder is still being read): the automatic arrangement waits for it. */
  readonly complete: boolean
  readonly problems: ReadonlyMap<ObjectId, readonly Problem[]>
  /** Cards that the user placed: the upper left corner. All others are placed automatically. */
  readonly places: ReadonlyMap<ObjectId, Point>
  /** Notes and frames, which stand on the canvas beside the cards. */
  readonly notes?: ReadonlyMap<NoteId, Note>
  /** How namespaces are shown, where that is not as usual. */
  readonly looks?: ReadonlyMap<string, GroupLook>
  readonly selection: CanvasSelection
  /** The objects that the filters let through, or null for all. The others are not drawn. */
  readonly shown: ReadonlySet<ObjectId> | null
  readonly hiddenGroups: ReadonlySet<RelationGroup>
  readonly theme: 'dark' | 'light'
  /** Nothing can be wired, moved, renamed or deleted. */
  readonly readOnly?: boolean
  /** How cards differ from what the design is compared with, and relations by their ids. */
  readonly marks?: ReadonlyMap<ObjectId, DiffMark> | undefined
  readonly edgeMarks?: ReadonlyMap<string, DiffMark> | undefined
  /** What a cluster says of objects. */
  readonly live?: ReadonlyMap<ObjectId, LiveState> | undefined
  /** Where the design is shown when it opens; null, or where nothing of it is, shows as much as can be read. */
  readonly firstLook?: Look | null
  /** What stands in the middle while there is no card to see. */
  readonly whenEmpty?: ReactNode

  /** The objects that a wire from `from` may join, in either direction: they light up while a wire is dragged. */
  targetsOf(from: ObjectId): ReadonlySet<ObjectId>
  /** The objects that a new one of a kind can be made for: they light up while the kind is dragged over the canvas. */
  targetsOfKind?(kind: KindReference): ReadonlySet<ObjectId>
  /** The share of requests that a relation takes, where it can be set on its edge. */
  weightOf?(relation: Relation): Weight | null

  onSelect(selection: CanvasSelection): void
  /** Once a gesture, when it ends: the cards that the user moved and, where they stood automatically, their namespace's. */
  onMove(places: ReadonlyMap<ObjectId, Point>): void
  /** The result of an arrangement that the user asked for: places for all cards, one undoable change. */
  onArrange(places: ReadonlyMap<ObjectId, Point>): void
  /** Notes that were written, moved or thrown away (null), with the cards that a frame took along: one change. */
  onNotes?(notes: ReadonlyMap<NoteId, Note | null>, places: ReadonlyMap<ObjectId, Point>): void
  onCollapse?(namespaces: readonly string[], isCollapsed: boolean): void
  /** What the filters hide shall be shown too. */
  onShowAll?(): void
  /** A wire was dropped, or chosen with the keyboard. The window opens the chooser at the point, or says why not. */
  onWire(from: ObjectId, to: ObjectId, at: ScreenPoint): void
  onUnwire(relation: Relation): void
  onWeigh?(relation: Relation, weight: number): void
  /** Cards were dropped into another namespace's box: where they should stand in it. */
  onDropInto?(ids: readonly ObjectId[], namespace: string, places: ReadonlyMap<ObjectId, Point>): void
  /** The user has moved in the whole design, and come to rest. */
  onRest?(look: Look): void
  /** Enter or a double click: show it in the inspector and move the focus there. */
  onOpen(id: ObjectId): void
  onRename(id: ObjectId): void
  onDelete(ids: readonly ObjectId[]): void
  /** A kind was dropped: where its card should stand, the group it fell into, and the card that it is made for. */
  onDropKind(kind: KindReference, canvasPoint: Point, namespace: string | null, onto: ObjectId | null): void
  /** N, or a double click on the empty canvas: a new object here. */
  onNew(canvasPoint: Point, at: ScreenPoint): void
  /** Create on a ghost card: one of the relations that name the missing object, and where its ghost stands. */
  onCreateMissing(relation: Relation, canvasPoint: Point): void
  /** Ctrl Enter: the object's place in the YAML editor. */
  onGoToYaml(id: ObjectId): void
  onMenu?(target: MenuTarget, at: ScreenPoint): void
  /** For screen readers: a short sentence about what just happened. */
  onAnnounce?(sentence: string): void
}

/** What other parts of the window may ask the canvas to do. */
export type CanvasHandle = {
  fit(): void
  zoomTo(zoom: number): void
  zoomBy(factor: number): void
  zoomToSelection(): void
  /** Arrange all cards, those that the user placed too; ends in onArrange. */
  arrange(): void
  /** Begin to write a note beside the selection, or in the middle of the view. */
  addNote(): void
  /** Put a frame around the selected cards, and begin to write its title. */
  addFrame(): void
  /** Collapse the namespaces of the selection, or expand them. */
  toggleNamespaces(): void
  /** Write in a note that is there. */
  editNote(id: NoteId): void
  /** Arrange the cards of one namespace; where its box stands stays. Ends in onArrange. */
  arrangeNamespace(namespace: string): void
  /** Arrange the selected cards among themselves, from the upper left one on. Ends in onArrange. */
  arrangeSelection(): void
  /** Put the selected cards in line or spread them evenly: one undoable change. */
  align(how: Alignment): void
  /** Back to the place that was left last (-1), or forward again (1). */
  goBack(step: -1 | 1): void
  /** Show the design in the lanes of a lens, its own arrangement untouched; null, or the same again, goes back. */
  lookThrough(lens: Chain['name'] | null): void
  /** Show only what is connected to the selection: one step away, asked again two, then all. */
  showAround(): void
  /** Where the user is, for a view that is kept. */
  placeNow(): CanvasPlace
  /** Go where a kept view was; Back leads back here. */
  goTo(place: CanvasPlace): void
  /** Out of lens and focus. */
  showAll(): void
  /** Bring a card into view and, where `focus` is not false, give it the keyboard. */
  showCard(id: ObjectId, options?: { readonly focus?: boolean }): void
  /** Give the keyboard to a card where it stands; without one, to the card that had it last, else to the canvas. */
  focus(card?: ObjectId): void
  /** Open the list "Connect to" at a card, as C does. */
  connectFrom(id: ObjectId): void
  /** A place where a new card covers no other, nearest to the point (or to the middle of the view). */
  freePlace(near?: Point): Point
  /** Flash a card as refusing what was dropped on it. */
  refuse(id: ObjectId): void
  toggleMinimap(): void
  /** What is shown now, for a picture of it. */
  shownNow(): ShownNow
}

/** The point of the canvas in the middle, how large it is drawn, and through which lens. */
export type CanvasPlace = {
  readonly x: number
  readonly y: number
  readonly zoom: number
  readonly lens: string | null
}

/** Where every card stands, automatic places included, and the part of the canvas that is in view. */
export type ShownNow = { readonly places: ReadonlyMap<string, Point>; readonly seen: Rect }

/** The drag data type of a kind that is dragged from the palette. */
export const KIND_DRAG_TYPE = 'application/x-chartroom-kind'

/**
 * While something is dragged a browser tells its types only, in small letters: the kind is one of them. Put any data
 * under it on the DataTransfer.
 */
export function kindDragType({ group, kind }: KindReference): string {
  return `${KIND_DRAG_TYPE}+${kind}.${group}`.toLowerCase()
}

/** The kind that is dragged, by the types of its drag, or null where something else is. */
export function kindInDrag(types: readonly string[]): KindReference | null {
  const type = types.find(each => each.startsWith(`${KIND_DRAG_TYPE}+`))
  return type === undefined ? null : (starterKinds().find(row => kindDragType(row) === type) ?? null)
}

/** The drag data of a kind: put it on the DataTransfer under KIND_DRAG_TYPE. */
export function printKindDrag(kind: KindReference): string {
  return JSON.stringify([kind.group, kind.kind])
}

/** The kind in drag data, or null where something else was dragged. */
export function readKindDrag(data: string): KindReference | null {
  const [group, kind] = readList(data)
  return typeof group === 'string' && typeof kind === 'string' ? { group, kind } : null
}

function readList(data: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(data)
    return Array.isArray(value) ? value : []
  } catch {
    return [] // Text from another program: not a kind, so nothing is dropped.
  }
}
