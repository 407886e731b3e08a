/** Text for XML or HTML: nothing in it is markup, and what XML can't hold at all is left out. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(NOT_XML, '')
}

/** Control characters and lone halves of a pair, which make a picture unreadable. */
const NOT_XML =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** A number as short as a picture needs it. */
export function rounded(value: number): string {
  return String(Math.round(value * 100) / 100)
}
