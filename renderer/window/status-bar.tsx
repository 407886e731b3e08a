import { useMemo } from 'react'
import type { Problem } from '../../shared/checks/problem'
import type { KubeObject } from '../../shared/workspace/kube-object'
import { ClusterStatus } from '../cluster/cluster-status'
import { counted } from '../store/naming'
import { useApp, useSession } from '../store/session'
import { unsavedWork } from '../store/unsaved'
import { isPanelOn, setPanel } from '../store/view'
import { Icon } from '../ui/icon'
import css from './status-bar.module.css'

const NO_OBJECTS: readonly KubeObject[] = []
const NO_PROBLEMS: readonly Problem[] = []

/** The foot of the window: problems, what was done last, how much there is. */
export function StatusBar() {
  const lastDone = useApp(state => state.lastDone)
  const unsaved = useApp(state => unsavedWork(state).length)
  const reading = useApp(state => state.open?.reading ?? null)
  return (
    <footer className={css.status} data-region="status">
      <ProblemCounts />
      <span className={css.rule} />
      <span className={css.item} role="status" aria-label="Status">
        {reading ? `Reading ${reading.done} of ${counted(reading.total, 'file')}` : lastDone || 'Ready'}
      </span>
      <span className={css.push} />
      <ClusterStatus />
      <ObjectCount />
      <span className={css.rule} />
      <span className={css.item}>{unsaved === 0 ? 'All saved' : `${counted(unsaved, 'file')} unsaved`}</span>
    </footer>
  )
}

function ProblemCounts() {
  const session = useSession()
  const problems = useApp(state => state.open?.design.problems ?? NO_PROBLEMS)
  const isOpen = useApp(state => isPanelOn(state.view, 'problems', false))
  const errors = problems.filter(problem => problem.severity === 'error').length
  const warnings = problems.filter(problem => problem.severity === 'warning').length
  return (
    <button
      type="button"
      className={css.problems}
      aria-label={`Problems, ${counted(errors, 'error')}, ${counted(warnings, 'warning')}`}
      aria-expanded={isOpen}
      onClick={() => setPanel(session, 'problems', !isOpen)}
    >
      <span className={css.errors}>
        <Icon name="i-error" size="s" />
      </span>
      {errors}
      <span className={css.warnings}>
        <Icon name="i-warning" size="s" />
      </span>
      {warnings}
      <span>Problems</span>
      <Icon name={isOpen ? 'i-chevron-down' : 'i-chevron-up'} size="s" />
    </button>
  )
}

function ObjectCount() {
  const objects = useApp(state => state.open?.design.workspace.objects ?? NO_OBJECTS)
  const namespaces = useMemo(() => new Set(objects.flatMap(each => each.namespace ?? [])).size, [objects])
  return (
    <span className={css.item}>
      {counted(objects.length, 'object')}
      {namespaces > 0 && ` in ${counted(namespaces, 'namespace')}`}
    </span>
  )
}
