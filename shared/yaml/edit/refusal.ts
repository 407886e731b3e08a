import type { EditPlan, RefusalCode } from './edit-plan'

/** The half of an edit plan that says no. */
export type Refused = Extract<EditPlan, { readonly ok: false }>

/** `at` is an offset in the file, where there is a place to point to. */
export function refuse(code: RefusalCode, message: string, at: number | null = null): Refused {
  return { ok: false, code, message, at }
}
