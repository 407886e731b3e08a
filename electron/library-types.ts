/** Manifests to read: the path of a file or folder, or a text with the path to call it by. */
export type Source = string | { readonly path: string; readonly text: string }

export type ReadOptions = {
  /** What paths are relative to. Default: the working directory. */
  readonly cwd?: string
}

export type GraphOptions = ReadOptions & {
  /** The namespace of objects whose manifest has none. Default: `default`. */
  readonly namespace?: string
  /** What this version of Kubernetes would refuse is a problem. Default: 1.36. */
  readonly kubernetes?: '1.34' | '1.35' | '1.36' | '1.37'
}

/** Data as kubectl would send it. An integer beyond 2^53 is a bigint. */
export type Plain = null | boolean | number | bigint | string | readonly Plain[] | { readonly [key: string]: Plain }

/** One object. `document` counts from 0 in its file; `item` is its index in a List, else null. */
export type ReadObject = {
  readonly file: string
  readonly document: number
  readonly item: number | null
  readonly object: { readonly [key: string]: Plain }
}

/** A file or document that can't be read, or that is no Kubernetes object. Lines and columns count from 1. */
export type ReadProblem = {
  readonly code: string
  readonly severity: 'error' | 'warning' | 'info'
  readonly message: string
  readonly file: string
  readonly line: number
  readonly column: number
}

export type Manifests = { readonly objects: readonly ReadObject[]; readonly problems: readonly ReadProblem[] }

/** `id` is unique in one answer, and opaque. `line` to `endLine` count from 1, both included. */
export type GraphObject = {
  readonly id: string
  readonly apiVersion: string
  readonly kind: string
  /** The effective one; null for cluster-scoped kinds. */
  readonly namespace: string | null
  /** Null where the manifest has none. */
  readonly name: string | null
  readonly file: string
  readonly document: number
  readonly item: number | null
  readonly line: number
  readonly endLine: number
}

/** A tie between two objects, with the places that make it. */
export type GraphRelation = {
  readonly rule: string
  /** Between the two, as in "Service web `sends traffic to` Deployment web". */
  readonly says: string
  readonly from: string
  /** Null where the target is in no file (`missing`) or is no object (`outside`). */
  readonly to: string | null
  readonly missing: {
    readonly kind: string
    readonly group: string
    readonly namespace: string | null
    readonly name: string
    /** A key that a ConfigMap or Secret which is there lacks. */
    readonly key: string | null
  } | null
  /** A host, user, group or address. */
  readonly outside: string | null
  /** The manifest says that the target may be missing. */
  readonly optional: boolean
  /** `path` is a JSON pointer inside the object. */
  readonly because: readonly {
    readonly file: string
    readonly line: number
    readonly column: number
    readonly path: string
  }[]
  /** Per rule: port, weight, container, key … */
  readonly detail: Readonly<Record<string, string | number | boolean>>
}

/** What is wrong, as `chartroom check` says it. The codes are listed in shared/checks/CODES.md. */
export type FoundProblem = ReadProblem & {
  /** The id of the object that it is about. */
  readonly object: string | null
  /** A JSON pointer inside the object, or ''. */
  readonly path: string
  /** What to do, where the message does not say it. */
  readonly fix: string | null
}

export type ManifestGraph = {
  readonly objects: readonly GraphObject[]
  readonly relations: readonly GraphRelation[]
  readonly problems: readonly FoundProblem[]
}
