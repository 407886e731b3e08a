import type { AppInfo, KeptWork, Look, Recent } from '../../shared/host'
import type { Confirmation } from '../../shared/cluster/contexts'
import type { Family } from '../../shared/kinds/kind-row'
import type { KubernetesVersion } from '../../shared/kinds/schemas/versions'
import type { Named } from '../../shared/relations/renames/named'
import type { Relation, RelationGroup, WireOffer } from '../../shared/relations/relation'
import type { Design } from '../../shared/workspace/design'
import type { History } from '../../shared/workspace/history'
import type { Point } from '../../shared/workspace/change'
import type { FilePath, ObjectId } from '../../shared/workspace/kube-object'
import type { CanvasSelection, MenuTarget, ScreenPoint } from '../canvas/canvas-props'
import type { ClusterState } from './cluster/cluster-state'
import type { OpenMerge } from './merge'

/** Everything that the window shows and remembers. Verbs beside this file change it; parts read slices of it. */
export type State = {
  readonly app: AppInfo
  readonly recents: readonly Recent[]
  /** What is open; null shows the start page. */
  readonly open: OpenDesign | null
  readonly selection: Selection
  /** The file in the YAML editor. */
  readonly file: FilePath | null
  /** A place that the YAML editor should go to. Every request is a new object. */
  readonly reveal: Reveal | null
  readonly filter: Filter
  readonly view: View
  readonly dialog: Dialog | null
  readonly cluster: ClusterState
  readonly toasts: readonly Toast[]
  /** For screen readers; each announcement is a new object. */
  readonly announcement: Announcement | null
  /** The last thing that was done, for the status bar. */
  readonly lastDone: string
}

export type Selection = CanvasSelection
export const NOTHING_SELECTED: Selection = { objects: [], relation: null }

/** An opened folder, or a design that has none yet. */
export type OpenDesign = {
  /** Differs for each opening, so that the canvas knows another design from an edited one. */
  readonly key: string
  readonly folder: OpenFolder | null
  readonly name: string
  /** Where the user was in it when it was last open. */
  readonly look: Look | null
  readonly design: Design
  readonly history: History
  /** What the disk held when each file was last read or saved: the hash, or null for a file that isn't there. */
  readonly onDisk: ReadonlyMap<FilePath, string | null>
  /** Files that another program changed where they have unsaved changes here, until the user has chosen between the two. */
  readonly conflicts: ReadonlySet<FilePath>
  /** How far the first reading of the folder is; null when all is read. */
  readonly reading: Reading | null
}
export type OpenFolder = { readonly root: string; readonly path: string }
export type Reading = { readonly done: number; readonly total: number }

export type Reveal = { readonly file: FilePath; readonly from: number; readonly to: number; readonly focus: boolean }

/** Which cards the canvas shows. */
export type Filter = {
  readonly text: string
  readonly hiddenFamilies: ReadonlySet<Family>
  readonly hiddenGroups: ReadonlySet<RelationGroup>
  /** Null: all. */
  readonly namespace: string | null
  readonly problemsOnly: boolean
}
export const NO_FILTER: Filter = {
  text: '',
  hiddenFamilies: new Set(),
  hiddenGroups: new Set(),
  namespace: null,
  problemsOnly: false,
}

/** What outlives the window, kept by the host. */
export type View = {
  readonly theme: 'system' | 'light' | 'dark'
  /** What the system asks for now. */
  readonly systemTheme: 'light' | 'dark'
  /** Sizes in pixels, and switches, by name. */
  readonly panels: Readonly<Record<string, number | boolean>>
  /** The version whose schemas the design is checked against, and completed from. */
  readonly kubernetes: KubernetesVersion
  /** Whether the user wants to be told of new versions of Chartroom. */
  readonly versions: boolean
  /** Keys of the palette's entries, and ids of the commands that the palette ran; the latest first. */
  readonly lastAdded: readonly string[]
  readonly lastRun: readonly string[]
}

/** The theme in force. */
export function themeOf(view: View): 'light' | 'dark' {
  return view.theme === 'system' ? view.systemTheme : view.theme
}

/** The one dialog or popover that is open. */
export type Dialog =
  /** With `at`, only kinds to add, and the new object goes to that point of the canvas. */
  | { readonly type: 'commands'; readonly at?: Point }
  | { readonly type: 'search' }
  | { readonly type: 'pick-folder'; readonly purpose: 'open' | 'save' }
  | { readonly type: 'export' }
  /** A folder for what is exported. */
  | { readonly type: 'export-folder'; readonly then: (path: string) => void }
  /** Other names in the same object can be chosen there. */
  | { readonly type: 'rename'; readonly named: Named }
  /** Objects that may have been dropped: then with the namespace, and where their cards are to stand. */
  | {
      readonly type: 'move-to-namespace'
      readonly objects: readonly ObjectId[]
      readonly namespace?: string
      readonly places?: ReadonlyMap<ObjectId, Point>
    }
  | { readonly type: 'unwire'; readonly relation: Relation }
  /** A path for a new file, or another one for a file that is there. */
  | { readonly type: 'file-path'; readonly file: FilePath | null }
  /** A path for the file that an object, or all of another file, goes to. */
  | { readonly type: 'object-file'; readonly object: ObjectId }
  | { readonly type: 'merge-file'; readonly file: FilePath }
  | { readonly type: 'file-menu'; readonly file: FilePath; readonly at: ScreenPoint }
  | { readonly type: 'delete-objects'; readonly objects: readonly ObjectId[] }
  | { readonly type: 'changed-on-disk'; readonly files: readonly FilePath[] }
  | { readonly type: 'merge'; readonly merge: OpenMerge }
  | { readonly type: 'recover'; readonly kept: KeptWork }
  | { readonly type: 'unsaved'; readonly then: () => void }
  | { readonly type: 'apply' }
  | { readonly type: 'import' }
  | { readonly type: 'drift' }
  | {
      readonly type: 'confirm-action'
      readonly confirmation: Confirmation
      readonly says: string
      readonly then: (confirmed: string) => void
    }
  | { readonly type: 'cluster-commands' }
  | { readonly type: 'keys' }
  | { readonly type: 'views' }
  | { readonly type: 'menu'; readonly target: MenuTarget; readonly at: ScreenPoint }
  | {
      readonly type: 'connect'
      readonly from: ObjectId
      readonly to: ObjectId
      readonly offers: readonly Offer[]
      readonly at: ScreenPoint
    }

/** What a drop can make: a rule that fits, in the direction that it has. */
export type Offer = { readonly offer: WireOffer; readonly from: ObjectId; readonly to: ObjectId }

export type Toast = {
  readonly id: number
  readonly tone: 'ok' | 'error' | 'info'
  readonly title: string
  readonly text: string | null
  readonly action: { readonly label: string; readonly run: () => void } | null
}

export type Announcement = { readonly text: string; readonly urgent: boolean }
