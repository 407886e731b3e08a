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
import type { TreeRow } from '../ui/tree'
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
  const rows = useMemo(
    () =>
      fileRows([...files.keys()], closed).map(row => {
        const file = files.get(row.path)
        return treeRow(row, counts.get(row.path) ?? NO_PROBLEMS, file !== undefined && isUnsaved(file))
      }),
    [files, closed, counts],
  )
  return (
    <Tree
      label="Files"
      rows={rows}
      selected={current}
      onChoose={path => openFile(session, path)}
      onToggle={path => setClosed(toggled(closed, path))}
      empty="No manifest here yet. Drag a kind onto the canvas to make one."
    />
  )
}

function treeRow(row: FileRow, count: ProblemCount, unsaved: boolean): TreeRow {
  if (row.type === 'folder')
    return {
      id: row.path,
      level: row.level,
      open: row.open,
      label: row.name,
      content: (
        <>
          <Icon name="i-folder" />
          <span className={css.name}>{row.name}</span>
        </>
      ),
    }
  return {
    id: row.path,
    level: row.level,
    open: null,
    label: `${row.name}${problemWords(count)}${unsaved ? ', unsaved' : ''}`,
    content: (
      <>
        <Icon name="i-file" />
        <span className={css.name} title={row.path}>
          {row.name}
        </span>
        <TreeEnd count={count} isUnsaved={unsaved} />
      </>
    ),
  }
}
