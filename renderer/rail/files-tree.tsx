import { useMemo, useState } from 'react'
import type { Problem } from '../../shared/checks/problem'
import { kindRow } from '../../shared/kinds/kinds'
import type { FilePath, KubeObject } from '../../shared/workspace/kube-object'
import type { WorkspaceFile } from '../../shared/workspace/workspace-file'
import { removeFile } from '../store/files'
import { titleOf } from '../store/naming'
import { openFile } from '../store/reveal'
import { selectObject } from '../store/selection'
import { useApp, useSession } from '../store/session'
import { openDialog, toggled } from '../store/view'
import { isUnsaved } from '../store/unsaved'
import { Icon } from '../ui/icon'
import { Tree } from '../ui/tree'
import type { TreeLook } from '../ui/tree'
import { fileRows, withObjects } from './file-rows'
import type { FileRow } from './file-rows'
import css from './rail.module.css'
import { useNamedObjects } from './same-names'
import { countProblems, NO_PROBLEMS, problemWords, TreeEnd } from './tree-end'
import type { ProblemCount } from './tree-end'

const NO_FILES: ReadonlyMap<FilePath, WorkspaceFile> = new Map()
const NO_OBJECTS: readonly KubeObject[] = []
const NONE: readonly Problem[] = []

/** The manifests of the workspace and the objects in them, with what is wrong and which files have changes to save. */
export function FilesTree() {
  const session = useSession()
  const files = useApp(state => state.open?.design.workspace.files ?? NO_FILES)
  const objects = useNamedObjects(useApp(state => state.open?.design.workspace.objects ?? NO_OBJECTS))
  const problems = useApp(state => state.open?.design.problems ?? NONE)
  const current = useApp(state => state.file)
  const selected = useApp(state => state.selection.objects[0] ?? null)
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [opened, setOpened] = useState<ReadonlySet<FilePath>>(new Set())

  const counts = useMemo(() => countProblems(problems, problem => problem.file), [problems])
  const paths = useSamePaths(files)
  const objectsIn = useMemo(() => byFile(objects), [objects])
  const byId = useMemo(() => new Map(objects.map(object => [object.id, object])), [objects])
  const rows = useMemo(
    () => withObjects(fileRows(paths, closed), objectsIn, opened),
    [paths, closed, objectsIn, opened],
  )
  const selectedFile = selected === null ? undefined : byId.get(selected)?.file
  const isObjectSeen = selectedFile !== undefined && selectedFile === current && opened.has(selectedFile)

  const onKey = (id: string, key: string): boolean => {
    if (!files.has(id) || (key !== 'F2' && key !== 'Delete')) return false
    if (key === 'F2') openDialog(session, { type: 'file-path', file: id })
    else removeFile(session, id)
    return true
  }
  return (
    <Tree
      label="Files"
      rows={rows}
      lookOf={row => lookOf(row, files.get(row.id), byId.get(row.id), counts.get(row.id) ?? NO_PROBLEMS)}
      selected={isObjectSeen ? selected : current}
      onChoose={id => (byId.has(id) ? selectObject(session, id) : openFile(session, id))}
      onToggle={id => (files.has(id) ? setOpened(toggled(opened, id)) : setClosed(toggled(closed, id)))}
      onMenu={(file, at) => files.has(file) && openDialog(session, { type: 'file-menu', file, at })}
      onKey={onKey}
      empty="No manifest here yet. Drag a kind onto the canvas to make one."
    />
  )
}

function lookOf(
  row: FileRow,
  file: WorkspaceFile | undefined,
  object: KubeObject | undefined,
  count: ProblemCount,
): TreeLook {
  if (object) return objectLook(object)
  if (!file)
    return {
      label: row.name,
      content: (
        <>
          <Icon name="i-folder" />
          <span className={css.name}>{row.name}</span>
        </>
      ),
    }
  const unsaved = isUnsaved(file)
  return {
    label: `${row.name}${problemWords(count)}${unsaved ? ', unsaved' : ''}`,
    content: (
      <>
        <Icon name="i-file" />
        <span className={css.name} title={file.path}>
          {row.name}
        </span>
        <TreeEnd count={count} isUnsaved={unsaved} />
      </>
    ),
  }
}

function objectLook(object: KubeObject): TreeLook {
  const { icon, family } = kindRow(object.group, object.kind)
  return {
    label: titleOf(object),
    content: (
      <>
        <Icon name={icon} family={family} />
        <span className={css.name} title={titleOf(object)}>
          {object.name ?? 'no name'}
        </span>
      </>
    ),
  }
}

function byFile(objects: readonly KubeObject[]): ReadonlyMap<FilePath, readonly KubeObject[]> {
  const groups = new Map<FilePath, KubeObject[]>()
  for (const object of objects) {
    const group = groups.get(object.file)
    if (group) group.push(object)
    else groups.set(object.file, [object])
  }
  return groups
}

/** The paths, the same list while no file comes or goes: typing changes files, not their names. */
function useSamePaths(files: ReadonlyMap<FilePath, WorkspaceFile>): readonly FilePath[] {
  const joined = useMemo(() => [...files.keys()].join('\n'), [files])
  return useMemo(() => (joined === '' ? [] : joined.split('\n')), [joined])
}
