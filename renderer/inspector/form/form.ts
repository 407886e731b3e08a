import { createContext, use } from 'react'
import type { KindRow } from '../../../shared/kinds/kind-row'
import type { Definitions } from '../../../shared/kinds/schemas/walk'
import type { PatchOperation } from '../../../shared/yaml/edit/edit-plan'
import type { PlainValue } from '../../../shared/yaml/plain'

/**
 * What the fields of one object need. It stays the same while the object is edited, so that a field is drawn again only
 * when it itself changed.
 */
export type Form = {
  readonly row: KindRow
  readonly definitions: Definitions
  readonly readOnly: boolean
  readonly showsHelp: boolean
  /** Gives a field a value, or takes it out where the value is undefined. Answers why it can't. */
  readonly set: (path: string, value: PlainValue | undefined) => string | null
  /** One more item for a list of `size` items, which may not be there yet. */
  readonly append: (path: readonly string[], size: number, item: PlainValue) => string | null
  /** Renames what stands at a place with everything that uses its name; null where nobody does. */
  readonly renameAt: (path: readonly string[]) => (() => void) | null
  /** Several operations as one step. Answers why it can't be done. */
  readonly patch: (patch: readonly PatchOperation[], says: string) => string | null
}

const FormContext = createContext<Form | null>(null)
export const FormProvider = FormContext

/** The form that a field stands in. */
export function useForm(): Form {
  const form = use(FormContext)
  if (!form) throw new Error('A field stands outside a form')
  return form
}

/** What is wrong with the object, by the pointer of the field. */
export type Complaints = ReadonlyMap<string, string>

const ComplaintsContext = createContext<Complaints>(new Map())
export const ComplaintsProvider = ComplaintsContext

/** What is wrong with a field, or null. */
export function useComplaint(path: string): string | null {
  return use(ComplaintsContext).get(path) ?? null
}
