import type { FileEdit, Planned } from '../change'
import type { Design } from '../design'
import { whyReadOnly } from '../file-draft'
import { objectsOfFile } from '../file-objects'
import { folderOf, freePath } from '../file-paths'
import type { FilePath, KubeObject } from '../kube-object'
import { refuse } from '../refusal'
import type { WorkspaceFile } from '../workspace-file'

export type SplitFile = { readonly path: FilePath }

/** Gives each document of a file a file of its own beside it, byte for byte, with the comments that stand before it. */
export function splitFile({ workspace }: Design, { path }: SplitFile): Planned {
  const file = workspace.files.get(path)
  if (!file) return refuse('no-such-file', `There is no file ${path} in the design.`, path)
  const why = whyReadOnly(file)
  if (why) return why
  const objects = objectsOfFile(file)
  const parts = partsOf(file, number => objects.find(({ id }) => workspace.placeOf(id)?.document === number))
  if (parts === null)
    return refuse('cannot-edit-in-place', `${path} has a document that is no object. Mend it first, then split.`, path)
  if (parts.length < 2)
    return refuse('nothing-to-change', `${path} holds one document: there is nothing to split.`, path)

  const taken = new Map(workspace.files)
  const files = new Map<FilePath, FileEdit>([[path, { type: 'delete' }]])
  for (const { text, first } of parts) {
    const named = { name: first.name ?? first.kind.toLowerCase(), kind: first.kind }
    const target = freePath({ files: taken, deleted: workspace.deleted }, folderOf(path), named)
    taken.set(target, file)
    files.set(target, { type: 'create', text })
  }
  return { ok: true, change: { says: `Split ${path}`, files, select: [] } }
}

type Part = { readonly text: string; readonly first: KubeObject }

/** Comments that stand alone go with the document behind them, those at the end with the last. Null for what is no object. */
function partsOf(file: WorkspaceFile, firstIn: (document: number) => KubeObject | undefined): readonly Part[] | null {
  const parts: Part[] = []
  let waiting = ''
  for (const [number, piece] of file.pieces.entries()) {
    const text = file.text.slice(piece.from, piece.to)
    const first = firstIn(number)
    if (first) {
      parts.push({ text: waiting + text, first })
      waiting = ''
    } else if (file.documents[number]?.holds === 'nothing') waiting += text
    else return null
  }
  const last = parts.pop()
  return last ? [...parts, { ...last, text: last.text + waiting }] : parts
}
