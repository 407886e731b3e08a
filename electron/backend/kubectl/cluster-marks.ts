import { join } from 'node:path'
import { readBoolean, readList, readNullable, readRecord, readTable, readText } from '../../../shared/shape'
import { configFile } from '../config-folder'

/** What the user said of a context, once and for all. */
export type ContextMarks = {
  /** The server that they agreed to write to; null for none. A context that points elsewhere by now is asked again. */
  readonly trusted: string | null
  readonly isProtected: boolean
  readonly namespaces: readonly string[]
}

export type ClusterMarks = {
  read(): Promise<Readonly<Record<string, ContextMarks>>>
  trust(context: string, server: string): Promise<void>
  protect(context: string, isProtected: boolean, namespaces: readonly string[]): Promise<void>
}

export const NO_MARKS: ContextMarks = { trusted: null, isProtected: false, namespaces: [] }

const readMarks = readTable(
  readRecord<ContextMarks>({
    trusted: readNullable(readText),
    isProtected: readBoolean,
    namespaces: readList(readText),
  }),
)

/** Marks of contexts by name, in a file of Chartroom's own. */
export function createClusterMarks(config: string): ClusterMarks {
  const file = configFile(join(config, 'clusters.json'), readMarks, {})
  const change = async (context: string, changes: Partial<ContextMarks>): Promise<void> => {
    await file.change(marks => ({ ...marks, [context]: { ...(marks[context] ?? NO_MARKS), ...changes } }))
  }
  return {
    read: () => file.read(),
    trust: (context, server) => change(context, { trusted: server }),
    protect: (context, isProtected, namespaces) => change(context, { isProtected, namespaces }),
  }
}
