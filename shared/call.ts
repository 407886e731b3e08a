import type { Reader } from './shape'

/** A question of a window to its host. `read` turns whatever arrived into an I, or throws a ShapeError: the window is not trusted. */
export type Call<I, O> = { readonly read: (raw: unknown) => I; readonly answer?: O }

/** One row of the contract's table. */
export function call<I, O>(read: Reader<I>): Call<I, O> {
  return { read: raw => read(raw) }
}
