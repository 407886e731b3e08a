/** @typedef {import('../../electron/library-types').GraphObject} GraphObject */
/** @typedef {import('../../electron/library-types').GraphRelation} GraphRelation */
/** @typedef {import('../../electron/library-types').FoundProblem} FoundProblem */
/** @typedef {import('../../electron/library-types').ReadObject} ReadObject */

/** What manifests hold at one time: the answers of the library's `graph` and `read` for the same sources.
 * @typedef {{ objects: readonly GraphObject[], relations: readonly GraphRelation[], data: readonly ReadObject[] }} State
 */

/** References as the command line takes them, and relations as sentences, each in order.
 * @typedef {{
 *   added: readonly string[], changed: readonly string[], removed: readonly string[],
 *   tied: readonly string[], untied: readonly string[]
 * }} Change
 */

/**
 * What became of the objects and relations. Objects without a name have no identity over time, and are left out.
 *
 * @param {State} before @param {State} after @returns {Change}
 */
export function changeBetween(before, after) {
  const [old, now] = [contentsOf(before), contentsOf(after)]
  const [oldTies, nowTies] = [sentencesOf(before), sentencesOf(after)]
  const without = (/** @type {Iterable<string>} */ these, /** @type {{ has(one: string): boolean }} */ others) =>
    [...these].filter(one => !others.has(one)).sort()
  return {
    added: without(now.keys(), old),
    changed: [...now]
      .filter(([key, data]) => (old.get(key) ?? data) !== data)
      .map(([key]) => key)
      .sort(),
    removed: without(old.keys(), now),
    tied: without(nowTies, oldTies),
    untied: without(oldTies, nowTies),
  }
}

/** GitHub draws Mermaid up to 50,000 characters. */
const MOST_MERMAID = 49_000
const MOST_LINES = 40

/**
 * The report in Markdown. `mermaid` is the picture of what changed and what that is tied to, or null where nothing did.
 * A null change is one that could not be found out.
 *
 * @param {readonly FoundProblem[]} problems @param {Change | null} change @param {string | null} mermaid
 */
export function markdownOf(problems, change, mermaid) {
  return `${[
    '### Chartroom',
    countsOf(problems),
    ...(change === null ? ['What this is a change from is not in the checkout (`fetch-depth`).'] : changeLines(change)),
    ...(mermaid === null ? [] : [pictureOf(mermaid)]),
    ...listOf('Problems', problems.map(problemLine)),
  ].join('\n\n')}\n`
}

/** @param {string} mermaid */
function pictureOf(mermaid) {
  if (mermaid.length > MOST_MERMAID) return 'The graph of this change is larger than GitHub draws.'
  return `\`\`\`mermaid\n${mermaid.trimEnd()}\n\`\`\``
}

/** @param {Change} change */
function changeLines({ added, changed, removed, tied, untied }) {
  const objects = [
    ...added.map(key => `+ ${key}`),
    ...changed.map(key => `~ ${key}`),
    ...removed.map(key => `- ${key}`),
  ]
  const relations = [...tied.map(tie => `+ ${tie}`), ...untied.map(tie => `- ${tie}`)]
  if (objects.length === 0) return ['No object changed.']
  return [...listOf('Objects', objects), ...listOf('Relations', relations)]
}

/** @param {string} head @param {readonly string[]} lines */
function listOf(head, lines) {
  if (lines.length === 0) return []
  const more = lines.length > MOST_LINES ? [`… and ${lines.length - MOST_LINES} more`] : []
  // Each line has more than backticks in it, whatever a manifest calls an object: none closes the fence.
  return [`**${head}**`, ['````diff', ...lines.slice(0, MOST_LINES), ...more, '````'].join('\n')]
}

/** @param {readonly FoundProblem[]} problems */
function countsOf(problems) {
  const count = (/** @type {string} */ severity) => problems.filter(problem => problem.severity === severity).length
  const [errors, warnings] = [count('error'), count('warning')]
  if (errors + warnings === 0) return 'No problems.'
  return `${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}.`
}

/** @param {FoundProblem} problem */
function problemLine({ file, line, column, severity, code, message }) {
  return oneLine(`${severity === 'error' ? '-' : '~'} ${file}:${line}:${column} ${severity} ${code} ${message}`)
}

/** @param {State} state @returns {Map<string, string>} what each named object holds, by its reference */
function contentsOf({ objects, data }) {
  const placeOf = (/** @type {{ file: string, document: number, item: number | null }} */ { file, document, item }) =>
    JSON.stringify([file, document, item])
  const json = new Map(data.map(one => [placeOf(one), JSON.stringify(one.object, withBigInts)]))
  return new Map(
    objects.flatMap(object => (object.name === null ? [] : [[referenceOf(object), json.get(placeOf(object)) ?? '']])),
  )
}

/** @param {string} _key @param {unknown} value */
function withBigInts(_key, value) {
  return typeof value === 'bigint' ? `${value}n` : value
}

/** `NAMESPACE/KIND.GROUP/NAME`, which means one object of a set of manifests. */
function referenceOf(/** @type {GraphObject} */ { apiVersion, kind, namespace, name }) {
  const group = apiVersion.includes('/') ? `.${apiVersion.split('/')[0]}` : ''
  return oneLine(`${namespace === null ? '' : `${namespace}/`}${kind.toLowerCase()}${group}/${name}`)
}

/** @param {State} state */
function sentencesOf({ objects, relations }) {
  const references = new Map(objects.map(object => [object.id, referenceOf(object)]))
  return new Set(
    relations.map(({ from, to, says, missing, outside }) => {
      const absent = missing ? `${missing.kind.toLowerCase()}/${missing.name}, which is missing` : outside
      return oneLine(`${references.get(from)} ${says} ${to === null ? absent : references.get(to)}`)
    }),
  )
}

function oneLine(/** @type {string} */ text) {
  return text.replaceAll(/\s+/g, ' ')
}
