import { useMemo, useState } from 'react'
import type { Problem } from '../../shared/checks/problem'
import type { FilePath } from '../../shared/workspace/kube-object'
import type { WorkspaceFile } from '../../shared/workspace/workspace-file'
import { openFile } from '../store/reveal'
import { useApp, useSession } from '../store/session'
import { toggled } from '../store/view'
import { isUnsaved } from '../store/unsaved'
import { Icon } from '../ui/icon'
import { Tree } from '../ui/tree'
import type { TreeLook } from '../ui/tree'
import { fileRows } from './file-rows'
import type { FileRow } from './file-rows'
import css from './rail.module.css'
import { countProblems, NO_PROBLEMS, problemWords, TreeEnd } from './tree-end'
import type { ProblemCount } from './tree-end'

const NO_FILES: ReadonlyMap<FilePath, WorkspaceFile> = new Map()
const NONE: readonly Problem[] = []

/** The manifests of the workspace, with what is wrong in them and which have changes to save. */
export function FilesTree() {
  const session = useSession()
  const files = useApp(state => state.open?.design.workspace.files ?? NO_FILES)
  const problems = useApp(state => state.open?.design.problems ?? NONE)
  const current = useApp(state => state.file)
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())

  const counts = useMemo(() => countProblems(problems, problem => problem.file), [problems])
  const paths = useSamePaths(files)
  const rows = useMemo(() => fileRows(paths, closed), [paths, closed])
  return (
    <Tree
      label="Files"
      rows={rows}
      lookOf={row => lookOf(row, files.get(row.id), counts.get(row.id) ?? NO_PROBLEMS)}
      selected={current}
      onChoose={path => openFile(session, path)}
      onToggle={path => setClosed(toggled(closed, path))}
      empty="No manifest here yet. Drag a kind onto the canvas to make one."
    />
  )
}

function lookOf(row: FileRow, file: WorkspaceFile | undefined, count: ProblemCount): TreeLook {
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

/** The paths, the same list while no file comes or goes: typing changes files, not their names. */
function useSamePaths(files: ReadonlyMap<FilePath, WorkspaceFile>): readonly FilePath[] {
  const joined = useMemo(() => [...files.keys()].join('\n'), [files])
  return useMemo(() => (joined === '' ? [] : joined.split('\n')), [joined])
}
