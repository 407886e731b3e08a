import { useEffect, useRef, useState } from 'react'
import type { Imported, ServedKind } from '../../shared/cluster/imported'
import { askCluster, cancelTask, newTask } from '../store/cluster/ask'
import type { Failure } from '../store/cluster/ask'
import { readCluster, takeImported } from '../store/cluster/import'
import { counted } from '../store/naming'
import { useApp, useSession } from '../store/session'
import { closeDialog, toggled } from '../store/view'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Switch } from '../ui/field'
import { CheckList } from './check-list'
import { ChooseCluster } from './choose-cluster'
import { FailureNote } from './failure-note'
import { ImportedView } from './imported-view'
import css from './import-dialog.module.css'

type Step =
  | { readonly at: 'choosing' }
  | { readonly at: 'reading'; readonly task: string }
  | { readonly at: 'read'; readonly imported: Imported }
  | { readonly at: 'failed'; readonly failure: Failure }

/** Objects of a cluster into the design: which namespaces and kinds, then what was found, then into files. */
export function ImportDialog() {
  const session = useSession()
  const chosen = useApp(state => state.cluster.chosen)
  const context = chosen?.context ?? null
  const [kinds, setKinds] = useState<readonly ServedKind[] | Failure | null>(null)
  const [namespaces, setNamespaces] = useState<ReadonlySet<string>>(new Set())
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [secrets, setSecrets] = useState(false)
  const [step, setStep] = useState<Step>({ at: 'choosing' })
  const reading = useRef<string | null>(null)

  useEffect(() => {
    if (context === null) return
    let isGone = false
    void askCluster(session, 'cluster:kinds', { context }).then(answered => {
      if (isGone) return
      setKinds(answered.ok ? answered.value : answered.failure)
      if (answered.ok) setPicked(new Set(answered.value.filter(kind => kind.isUsual).map(keyOf)))
    })
    return () => {
      isGone = true
    }
  }, [session, context])
  const stop = () => {
    if (reading.current !== null) cancelTask(session, reading.current)
    reading.current = null
  }
  const close = () => {
    stop()
    closeDialog(session)
  }
  const read = async () => {
    const task = newTask()
    reading.current = task
    setStep({ at: 'reading', task })
    const all = Array.isArray(kinds) ? kinds : []
    const wanted = all.filter((kind: ServedKind) => picked.has(keyOf(kind)))
    const answered = await readCluster(session, task, { namespaces: [...namespaces], kinds: wanted, secrets })
    if (reading.current !== task) return
    reading.current = null
    setStep(answered.ok ? { at: 'read', imported: answered.value } : { at: 'failed', failure: answered.failure })
  }
  if (!chosen)
    return (
      <Dialog width="l" title="Import from a cluster" onClose={close}>
        <ChooseCluster then={() => undefined} />
      </Dialog>
    )
  if (step.at === 'reading')
    return (
      <Dialog
        width="l"
        title="Import from a cluster"
        onClose={close}
        foot={
          <Button
            autoFocus
            onClick={() => {
              stop()
              setStep({ at: 'choosing' })
            }}
          >
            Cancel
          </Button>
        }
      >
        <p role="status">Reading from {chosen.context}.</p>
      </Dialog>
    )
  if (step.at === 'read')
    return (
      <ImportedView
        imported={step.imported}
        onBack={() => setStep({ at: 'choosing' })}
        onClose={close}
        onTake={() => takeImported(session, step.imported) && close()}
      />
    )
  const told = chosen.reach.type === 'reached' ? (chosen.reach.namespaces ?? []) : []
  const served = kinds && !('code' in kinds) ? kinds : []
  return (
    <Dialog
      width="l"
      title="Import from a cluster"
      says={`What people wrote, as ${chosen.context} has it: without status, defaults and what controllers made. Nothing is changed there.`}
      onClose={close}
      foot={
        <>
          <span className={css.count}>
            {counted(namespaces.size, 'namespace')}, {counted(picked.size, 'kind')}
          </span>
          <Button onClick={close}>Cancel</Button>
          <Button look="primary" disabled={picked.size === 0 || namespaces.size === 0} onClick={() => void read()}>
            Read
          </Button>
        </>
      }
    >
      {step.at === 'failed' && <FailureNote failure={step.failure} />}
      {kinds && 'code' in kinds && <FailureNote failure={kinds} />}
      <div className={css.columns}>
        <CheckList
          label="Namespaces"
          items={[...new Set([...told, chosen.namespace])].sort().map(name => ({ key: name, label: name, says: '' }))}
          on={namespaces}
          onToggle={key => setNamespaces(toggled(namespaces, key))}
        />
        <CheckList
          label="Kinds"
          items={served.map(kind => ({ key: keyOf(kind), label: kind.kind, says: kind.apiVersion }))}
          on={picked}
          onToggle={key => setPicked(toggled(picked, key))}
        />
      </div>
      <div className={css.row}>
        <Switch on={secrets} label="With the values of Secrets" onChange={setSecrets} />
        <span>
          With the values of Secrets. Without them a Secret is written with the names of its keys only, and they come
          into your files in clear with them.
        </span>
      </div>
    </Dialog>
  )
}

function keyOf({ apiVersion, kind }: ServedKind): string {
  return `${apiVersion}/${kind}`
}
