/** The class names that are there, as one attribute. */
export function classes(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(name => name).join(' ')
}
