import type { PlainMap } from '../yaml/plain'

/** The nine families: colour, palette group and legend. */
export type Family = 'workload' | 'traffic' | 'config' | 'storage' | 'access' | 'policy' | 'mesh' | 'delivery' | 'other'

/**
 * One line of a card. `text` is all of it; the card shortens what doesn't fit. Where `glyph` is set, the line is a
 * container's: `text` is its name, an en space and its image. `container` is the name of the container that the line
 * is about (also on the image line of a single container), null for every other line.
 */
export type CardLine = {
  readonly text: string
  readonly glyph: 'container' | 'init' | 'sidecar' | null
  readonly container: string | null
}

/**
 * A field that the inspector shows also while it is not set, and what it says of it beyond the schema. `path` is a
 * pointer inside the object; a part `*` stands for every item of a list or map.
 */
export type InspectorField = {
  readonly path: string
  readonly label: string
  readonly input: 'text' | 'number' | 'choice' | 'switch' | 'map' | 'lines'
  readonly choices?: readonly string[]
  readonly placeholder?: string
  /** Its values are dots until somebody asks to see them. */
  readonly isSecret?: boolean
  /** Its values are base64 in the file, and read and written as what they hold. */
  readonly isBase64?: boolean
}

/** What a new object is asked to be. */
export type StarterInput = { readonly name: string; readonly namespace: string | null }

/**
 * All that makes one kind of object different from another. No code elsewhere asks for a kind by its name.
 */
export type KindRow = {
  readonly kind: string
  /** '' for the core group. */
  readonly group: string
  /** Groups that served it once, so that old manifests are known (`extensions`). */
  readonly formerGroups: readonly string[]
  /** Served versions, former ones too, the one that a starter uses first. */
  readonly versions: readonly string[]
  readonly plural: string
  readonly shortNames: readonly string[]
  readonly scope: 'namespaced' | 'cluster'
  readonly family: Family
  /** Symbol id in shared/picture/icons.svg. */
  readonly icon: string
  /** Words that a person might search for ("queue", "disk", "expose"). */
  readonly searchWords: readonly string[]
  /** Where the pods that it makes are described ([] for Pod itself), or null. The path ends at the template: metadata and spec are below. */
  readonly podTemplate: readonly string[] | null
  /** The text of a new one, or null for kinds that nobody writes by hand. */
  readonly starter: ((input: StarterInput) => string) | null
  /** Names that fit a new one, the first that is free is taken. */
  readonly starterNames: readonly string[]
  /** What its card says under the name: one to six lines, whatever the data are. */
  readonly cardLines: (object: PlainMap) => readonly CardLine[]
  readonly inspector: readonly InspectorField[]
}
