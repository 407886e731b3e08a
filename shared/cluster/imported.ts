import type { ClusterRef } from './cluster-ref'
import type { ClusterFailure } from './failure'

/** A kind that a cluster serves and that can be read and written. */
export type ServedKind = {
  readonly apiVersion: string
  readonly kind: string
  readonly plural: string
  readonly namespaced: boolean
  /** Whether an import takes it unless told otherwise: what people write, not what controllers make. */
  readonly isUsual: boolean
}

export type ImportQuestion = {
  readonly task: string
  readonly context: string
  readonly namespaces: readonly string[]
  /** Null: the usual ones. Kinds outside namespaces come only when they are named. */
  readonly kinds: readonly { readonly apiVersion: string; readonly kind: string }[] | null
  /** Whether secrets' values come along; without them a Secret is written without data and a comment names its keys. */
  readonly secrets: boolean
}

/** What an import gives: files that are not written yet. */
export type Imported = {
  readonly files: readonly { readonly path: string; readonly text: string }[]
  readonly objects: number
  /** What was left out, and why ("made by Deployment web"). */
  readonly left: readonly (ClusterRef & { readonly why: string })[]
  /** Kinds that could not be read. */
  readonly failures: readonly { readonly kind: string; readonly failure: ClusterFailure }[]
}
