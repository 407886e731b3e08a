import type { Rect } from '../layout/rect'
import type { FilePath } from '../workspace/kube-object'
import type { Point } from '../workspace/change'
import type { LayoutKey } from '../workspace/layout'

export type SampleFile = { readonly path: FilePath; readonly text: string }

/** A sentence that explains a card, on the canvas: in the box, where there is one, else level with the card. */
export type SampleNote = { readonly beside: LayoutKey; readonly text: string; readonly box?: Rect }

/** A small design that shows one idea. Every reference in it resolves, and an API server accepts all of it. */
export type Sample = {
  readonly id: string
  readonly title: string
  /** One sentence: what there is to see. */
  readonly description: string
  readonly files: readonly SampleFile[]
  /** Where its cards stand; where it says nothing, they are arranged. */
  readonly layout?: ReadonlyMap<LayoutKey, Point>
  readonly notes: readonly SampleNote[]
}
