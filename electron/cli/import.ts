import { resolve } from 'node:path'
import { refWords } from '../../shared/cluster/manifest-diff'
import { importableKinds, importObjects } from '../backend/kubectl/import-objects'
import type { Door } from '../backend/kubectl/objects'
import { saveFile } from '../backend/files/save'
import { atCluster, misusedDoor, openDoor } from './cluster-door'
import type { CommandCall } from './command'
import { nearest } from './nearest'
import type { ExitStatus } from './terminal'

/** `import`: what people wrote into namespaces of a cluster, as files. Never over a file that is there. */
export async function runImport(call: CommandCall): Promise<ExitStatus> {
  const { words, options, terminal, misused } = call
  const wrong = misusedDoor(call, false)
  const namespaces = options.all('namespace').flatMap(listIn)
  const folder = options.text('to')
  if (words.length > 0) return misused(`It takes no paths: ${words.join(' ')}. --to says where the files go.`)
  if (wrong !== null) return misused(wrong)
  if (namespaces.length === 0) return misused('Which namespaces? Give -n NS; it may be given again.')
  if (folder === null) return misused('Where to? Give --to FOLDER.')
  return atCluster(call, 'import', async () => {
    const { door } = await openDoor(call)
    const kinds = options.has('kinds') ? await kindsOf(door, options.all('kinds').flatMap(listIn)) : { found: null }
    if ('unknown' in kinds) return misused(kinds.unknown)
    const question = {
      task: '',
      context: door.context,
      namespaces,
      kinds: kinds.found,
      secrets: options.has('secrets'),
    }
    const { files, left, failures } = await importObjects(door, question)
    const written: string[] = []
    const there: string[] = []
    for (const { path, text } of files) {
      const saved = await saveFile(terminal.cwd, resolve(terminal.cwd, folder, path), {
        path,
        text,
        expectedHash: null,
      })
      if (saved.outcome === 'saved') written.push(path)
      else if (saved.outcome === 'changed-on-disk') there.push(path)
      else {
        terminal.say(`chartroom import: ${saved.message}`)
        return 4
      }
    }
    for (const path of there) terminal.say(`chartroom import: ${path} is there already; nothing is written over it.`)
    for (const { kind, failure } of failures) terminal.say(`chartroom import: ${kind}: ${failure.message}`)
    if (options.has('json')) terminal.out(`${JSON.stringify({ files: written, left, failures }, null, 1)}\n`)
    else {
      for (const path of written) terminal.out(`${path}\n`)
      for (const ref of left) terminal.say(`left out ${refWords(ref)}: ${ref.why}`)
    }
    return there.length > 0 || failures.length > 0 ? 1 : 0
  })
}

type Kinds =
  | { readonly found: readonly { readonly apiVersion: string; readonly kind: string }[] | null }
  | { readonly unknown: string }

/** Kinds by kind or by plural, as kubectl takes them. */
async function kindsOf(door: Door, words: readonly string[]): Promise<Kinds> {
  const served = await importableKinds(door)
  const found = words.map(word => {
    const [kind = '', ...group] = word.toLowerCase().split('.')
    return served.find(
      each =>
        [each.kind.toLowerCase(), each.plural].includes(kind) &&
        (group.length === 0 || each.apiVersion.startsWith(`${group.join('.')}/`)),
    )
  })
  const missing = words.find((_, n) => found[n] === undefined)
  if (missing === undefined) return { found: found.flatMap(each => each ?? []) }
  const near = nearest(
    missing,
    served.map(({ plural }) => plural),
  )
  return { unknown: `This cluster has no kind ${missing} that can be imported.${near ? ` Did you mean ${near}?` : ''}` }
}

function listIn(value: string): readonly string[] {
  return value.split(',').filter(part => part !== '')
}
