import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { Problem } from '../../shared/checks/problem'
import { kindRow } from '../../shared/kinds/kinds'
import { kubernetesVersions } from '../../shared/kinds/schemas/versions'
import { indexLines } from '../../shared/text/lines'
import type { LineIndex } from '../../shared/text/lines'
import type { Design } from '../../shared/workspace/design'
import type { WorkspaceFile } from '../../shared/workspace/workspace-file'
import { repair } from '../store/edits'
import { titleOf } from '../store/naming'
import { goToProblem } from '../store/reveal'
import { useApp, useSession } from '../store/session'
import { chooseKubernetes, setPanel } from '../store/view'
import { IconButton } from '../ui/button'
import { Choice, Field } from '../ui/field'
import { Icon } from '../ui/icon'
import { Segmented } from '../ui/segmented'
import { CommandIcon } from '../window/command-button'
import { filterProblems, groupProblems } from './problem-rows'
import type { Grouping, ProblemRow as Row, Shown } from './problem-rows'
import css from './problems-drawer.module.css'

const ROW_HEIGHT = 30

/** What is wrong, by file or by code; each leads to its card and its line, and is corrected where that is sure. */
export function ProblemsDrawer() {
  const design = useApp(state => state.open?.design ?? null)
  return design && <Drawer design={design} />
}

function Drawer({ design }: { readonly design: Design }) {
  const session = useSession()
  const [shown, setShown] = useState<Shown>('all')
  const [words, setWords] = useState('')
  const [by, setBy] = useState<Grouping>('file')
  const problems = useMemo(() => filterProblems(design.problems, shown, words), [design.problems, shown, words])
  const rows = useMemo(() => groupProblems(problems, by), [problems, by])
  return (
    <section className={css.drawer} aria-label="Problems" data-region="problems">
      <header className={css.head}>
        <span className={css.title}>Problems</span>
        <Segmented label="Severity" value={shown} choices={choicesOf(design.problems)} onChange={setShown} />
        <Segmented label="Group by" value={by} choices={GROUPINGS} onChange={setBy} />
        <span className={css.push} />
        <Field
          size="s"
          quiet
          icon="i-filter"
          className={css.filter}
          placeholder="Filter"
          aria-label="Filter problems"
          value={words}
          onChange={event => setWords(event.target.value)}
        />
        <Version />
        <CommandIcon id="previous-problem" size="s" />
        <CommandIcon id="next-problem" size="s" />
        <IconButton icon="i-x" label="Close problems" size="s" onClick={() => setPanel(session, 'problems', false)} />
      </header>
      <ProblemList design={design} rows={rows} count={problems.length} />
    </section>
  )
}

/** What a server of another version would say may differ. */
function Version() {
  const session = useSession()
  const version = useApp(state => state.view.kubernetes)
  return (
    <Choice
      size="s"
      className={css.version}
      aria-label="Kubernetes version"
      title="The Kubernetes version that manifests are checked against"
      value={version}
      onChange={event => {
        const chosen = kubernetesVersions.find(known => known === event.target.value)
        if (chosen) chooseKubernetes(session, chosen)
      }}
    >
      {kubernetesVersions.toSorted().map(known => (
        <option key={known} value={known}>
          K8s {known}
        </option>
      ))}
    </Choice>
  )
}

const GROUPINGS: readonly { readonly value: Grouping; readonly label: string }[] = [
  { value: 'file', label: 'By file' },
  { value: 'code', label: 'By code' },
]

type ProblemListProps = { readonly design: Design; readonly rows: readonly Row[]; readonly count: number }

function ProblemList({ design, rows, count }: ProblemListProps) {
  const session = useSession()
  const scroller = useRef<HTMLDivElement>(null)
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions are only called while this component renders
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  })
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const buttons = [...(scroller.current?.querySelectorAll<HTMLElement>('button') ?? [])]
    const at = buttons.findIndex(button => button === document.activeElement)
    buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]?.focus()
  }
  if (rows.length === 0) return <p className={css.none}>No problems.</p>
  return (
    <div ref={scroller} className={css.scroller} onKeyDown={onKeyDown}>
      <div role="list" aria-label="Problems" className={css.list} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(item => {
          const row = rows[item.index]
          if (!row) return null
          const style = { transform: `translateY(${item.start}px)` }
          if (row.type === 'head')
            return (
              <div key={item.key} className={css.item} style={style}>
                <div className={css.group}>
                  {row.name} <span className={css.count}>{row.count}</span>
                </div>
              </div>
            )
          const { problem } = row
          return (
            <div
              key={item.key}
              role="listitem"
              className={css.item}
              style={style}
              aria-posinset={row.number}
              aria-setsize={count}
            >
              <ProblemRow design={design} problem={problem} onGo={() => goToProblem(session, problem)} />
              {problem.repair && (
                <button type="button" className={css.repair} onClick={() => repair(session, problem)}>
                  Correct
                </button>
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}

type ProblemRowProps = { readonly design: Design; readonly problem: Problem; readonly onGo: () => void }
const SEVERITY_WORDS: Readonly<Record<Problem['severity'], string>> = {
  error: 'Error',
  warning: 'Warning',
  info: 'Note',
}

function ProblemRow({ design, problem, onGo }: ProblemRowProps) {
  const object = problem.object === null ? null : design.workspace.object(problem.object)
  const row = object && kindRow(object.group, object.kind)
  const text = problem.fix === null ? problem.message : `${problem.message} ${problem.fix}`
  return (
    <button type="button" className={css.problem} onClick={onGo} title={text}>
      <span
        className={css.severity}
        data-severity={problem.severity}
        role="img"
        aria-label={SEVERITY_WORDS[problem.severity]}
      >
        <Icon name={`i-${problem.severity}`} />
      </span>
      <span className={css.who}>
        {row ? <Icon name={row.icon} family={row.family} /> : <Icon name="i-file" />}
        <span className={css.name}>{object ? titleOf(object) : problem.file}</span>
      </span>
      <span className={css.text}>{text}</span>
      <span className={css.code}>{problem.code}</span>
      <span className={css.place}>{placeOf(design, problem)}</span>
    </button>
  )
}

const lineIndexes = new WeakMap<WorkspaceFile, LineIndex>()

function placeOf(design: Design, problem: Problem): string {
  const file = design.workspace.files.get(problem.file)
  if (!file || file.failure) return problem.file
  const lines = lineIndexes.get(file) ?? indexLines(file.text)
  lineIndexes.set(file, lines)
  return `${problem.file}:${lines.positionAt(problem.from).line}`
}

function choicesOf(problems: readonly Problem[]): readonly { readonly value: Shown; readonly label: string }[] {
  const count = (severity: Problem['severity']) => problems.filter(problem => problem.severity === severity).length
  return [
    { value: 'all', label: `All ${problems.length}` },
    { value: 'error', label: `Errors ${count('error')}` },
    { value: 'warning', label: `Warnings ${count('warning')}` },
    { value: 'info', label: `Notes ${count('info')}` },
  ]
}
