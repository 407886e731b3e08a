import type { Relation } from '../../shared/relations/relation'
import type { KubeObject } from '../../shared/workspace/kube-object'
import type { Workspace } from '../../shared/workspace/workspace'
import type { GraphObject, GraphRelation } from '../library-types'
import type { Places } from './places'

/** An object as CLI.md shows it in JSON. */
export function objectJson(object: KubeObject, workspace: Workspace, places: Places): GraphObject {
  const { id, apiVersion, kind, namespace, name } = object
  const place = workspace.placeOf(id)!
  return {
    ...{ id, apiVersion, kind, namespace, name },
    ...{ file: place.file, document: place.document, item: place.item },
    line: places.position(place.file, place.from).line,
    endLine: places.position(place.file, Math.max(place.from, place.to - 1)).line,
  }
}

/** A relation as CLI.md shows it in JSON. */
export function relationJson(relation: Relation, places: Places): GraphRelation {
  const { rule, says, from, to, missing, outside, optional, detail } = relation
  const because = relation.because.map(({ object, path }) => ({ ...places.pointer(object, path), path }))
  return { rule, says, from, to, missing, outside, optional, because, detail }
}
