import type { SchemaKind } from '../schemas/schema'
import type { Offer } from './offer'
import type { Place } from './place'

/** What a document may be: whole new objects where nothing is written, kinds and versions where one of the two is. */
export function kindOffers(place: Place, served: readonly SchemaKind[]): readonly Offer[] {
  const { caret, apiVersion, kind } = place
  const key = caret.path.join('/')
  if (caret.role === 'value' && key === 'kind')
    return served
      .filter(row => apiVersion === '' || versionOf(row) === apiVersion)
      .map(row => simple(row.kind, versionOf(row), row.kind))
  if (caret.role === 'value' && key === 'apiVersion') {
    const versions = new Set(served.filter(row => kind === '' || row.kind === kind).map(versionOf))
    return [...versions].map(version => simple(version, kind, version))
  }
  const isNew = caret.role === 'key' && key === '' && caret.column === 0 && apiVersion === '' && kind === ''
  if (!isNew || caret.siblings.length > 0) return []
  return served.map(row => ({
    label: row.kind,
    type: 'object',
    detail: versionOf(row),
    about: `A new ${row.kind}.`,
    insert: `apiVersion: ${versionOf(row)}\nkind: ${row.kind}\nmetadata:\n  name: \${name}\n`,
    rank: 0,
    goesOn: false,
  }))
}

function simple(label: string, detail: string, insert: string): Offer {
  return { label, type: 'value', detail, about: '', insert, rank: 0, goesOn: false }
}

function versionOf({ group, version }: SchemaKind): string {
  return group === '' ? version : `${group}/${version}`
}
