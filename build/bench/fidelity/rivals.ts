import { parseAllDocuments, type Document } from 'yaml'
import { yamlPatch } from 'yaml-diff-patch'
import { parsePointer } from '../../../shared/yaml/pointer'
import type { PatchOperation } from '../../../shared/yaml/edit/edit-plan'

/** Another way to make an edit: the text after it, or null where it can't. Only for files of one document. */
export type Rival = { readonly name: string; readonly edit: (text: string, operation: PatchOperation) => string | null }

export const rivals: readonly Rival[] = [
  {
    name: 'yaml: setIn, deleteIn, print',
    edit(text, operation) {
      const document = onlyDocument(text)
      if (document === null) return null
      const path = parsePointer(operation.path).map((key): string | number => (/^\d+$/.test(key) ? Number(key) : key))
      if (operation.op === 'remove') document.deleteIn(path)
      else if (operation.op === 'replace') document.setIn(path, operation.value)
      else if (operation.op === 'add' && path.at(-1) === '-') document.addIn(path.slice(0, -1), operation.value)
      else if (operation.op === 'add' && typeof path.at(-1) === 'string') document.setIn(path, operation.value)
      else return null
      return document.toString({ lineWidth: 0, flowCollectionPadding: false })
    },
  },
  {
    name: 'yaml-diff-patch',
    edit(text, operation) {
      if (onlyDocument(text) === null) return null
      if (operation.op !== 'add' && operation.op !== 'replace' && operation.op !== 'remove') return null
      return yamlPatch(text, [operation])
    },
  },
]

function onlyDocument(text: string): Document | null {
  const documents = parseAllDocuments(text, { version: '1.1', keepSourceTokens: true, logLevel: 'silent' })
  const [first] = documents
  return 'empty' in documents || documents.length !== 1 || first === undefined || first.errors.length > 0 ? null : first
}
