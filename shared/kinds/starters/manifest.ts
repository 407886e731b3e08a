import type { StarterInput } from '../kind-row'

/**
 * A manifest from its parts, indented as the template is: the first line's indentation is taken off every line, and an
 * inserted text of several lines is indented as the place that it is inserted at, behind dashes too. Lines left empty by an empty insert
 * are dropped.
 */
export function manifest(strings: TemplateStringsArray, ...inserts: readonly (string | number)[]): string {
  const margin = /^\n( *)/.exec(strings[0] ?? '')?.[1] ?? ''
  const parts = strings.map(part => part.replaceAll('\n' + margin, '\n'))
  let text = ''
  parts.forEach((part, index) => {
    text += part
    const insert = inserts[index]
    if (insert === undefined) return
    const indent = /(?:^|\n)([ -]*)[^\n]*$/.exec(text)?.[1]?.length ?? 0
    text += String(insert)
      .trimEnd()
      .replaceAll('\n', '\n' + ' '.repeat(indent))
  })
  return (
    text
      .split('\n')
      .filter(line => line.trim() !== '')
      .join('\n') + '\n'
  )
}

/** The metadata of a starter: its name, its namespace where one is asked for, and the recommended label. */
export function metadata(input: StarterInput): string {
  return manifest`
    metadata:
      name: ${plainOrQuoted(input.name)}
      ${namespaceLine(input)}
      labels:
        ${nameLabel(input)}
  `
}

/** The same for a kind outside namespaces. */
export function clusterMetadata(input: StarterInput): string {
  return metadata({ ...input, namespace: null })
}

/** The label that starters select by: `app.kubernetes.io/name`. */
export function nameLabel(input: StarterInput): string {
  return `app.kubernetes.io/name: ${plainOrQuoted(labelValue(input.name))}`
}

/** `namespace: …`, or nothing where no namespace is asked for. */
export function namespaceLine(input: StarterInput): string {
  return input.namespace === null ? '' : `namespace: ${plainOrQuoted(input.namespace)}`
}

/** A label's value holds 63 characters and ends in a letter or digit; a name may be longer. */
function labelValue(name: string): string {
  return name.slice(0, 63).replace(/[^A-Za-z0-9]+$/, '')
}

/** A name as a YAML scalar: quoted where it would be read as something else than text (`on`, `1e3`, `8080`). */
export function plainOrQuoted(text: string): string {
  const isPlain = /^[A-Za-z][A-Za-z0-9./-]*$/.test(text) && !/^(y|n|yes|no|on|off|true|false|null)$/i.test(text)
  return isPlain ? text : JSON.stringify(text)
}
