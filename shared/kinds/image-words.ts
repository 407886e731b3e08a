/** An image as a card says it: without its registry, a digest cut to seven characters (`acme/shop-api:2.14.0`). */
export function imageWords(image: string): string {
  const at = image.indexOf('@')
  const named = at === -1 ? image : image.slice(0, at)
  const [first = '', ...rest] = named.split('/')
  // A registry's host is told from an organisation by a dot, a port, or being localhost: the rule of image references.
  const isRegistry = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost')
  const path = isRegistry ? rest : [first, ...rest]
  const plain = path[0] === 'library' && path.length === 2 ? path.slice(1) : path
  return plain.join('/') + digestWords(at === -1 ? '' : image.slice(at))
}

/** The last part of an image's words, for a line that also holds a container's name (`shop-api:2.14.0`). */
export function shortImageWords(image: string): string {
  const words = imageWords(image)
  return words.slice(words.lastIndexOf('/') + 1)
}

function digestWords(digest: string): string {
  return digest.replace(/^@sha(256|512):([0-9a-f]{7})[0-9a-f]*$/, '@$2')
}
