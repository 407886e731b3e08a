/** For `default:` in a switch over a union: a new member makes this stop compiling. */
export function unreachable(value: never): never {
  throw new Error(`Unhandled case ${JSON.stringify(value)}`)
}
