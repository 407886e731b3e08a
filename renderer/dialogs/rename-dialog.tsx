import { useDeferredValue, useMemo, useState } from 'react'
import type { FormEvent } from 'react'
import { nameOf, namesIn, titleOfNamed, type Named } from '../../shared/relations/renames/named'
import { renameEdits } from '../../shared/workspace/commands/rename'
import type { Design } from '../../shared/workspace/design'
import { placesChanged } from '../../shared/workspace/preview'
import { titleOf } from '../store/naming'
import { tryRenameNamed } from '../store/refactor'
import { useApp, useSession } from '../store/session'
import { closeDialog } from '../store/view'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Choice, Field } from '../ui/field'
import { ChangeList } from './change-list'
import css from './rename-dialog.module.css'

/** Asks for another name: of an object, or of something in it. It is changed together with everything that uses it. */
export function RenameDialog({ named: asked }: { readonly named: Named }) {
  const session = useSession()
  const design = useApp(state => state.open?.design ?? null)
  const choices = useMemo(() => choicesBeside(design, asked), [design, asked])
  const [chosen, choose] = useState(() =>
    Math.max(
      0,
      choices.findIndex(each => isSame(each, asked)),
    ),
  )
  const named = choices[chosen] ?? asked
  const object = named.what === 'namespace' ? null : (design?.workspace.object(named.object) ?? null)
  const before = nameOf(named, object)
  const [typed, setTyped] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  if (!design || (named.what !== 'namespace' && !object)) return null
  const name = typed ?? before ?? ''
  const close = () => closeDialog(session)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wanted = name.trim()
    if (wanted === before || (wanted === '' && named.what !== 'label-value')) return close()
    const why = tryRenameNamed(session, named, wanted)
    if (why === null) close()
    else setRefusal(why)
  }
  return (
    <Dialog
      width="m"
      title={`Rename ${object ? titleOf(object) : titleOfNamed(named, null)}`}
      says="Everything in this workspace that uses the name is changed with it, in one step."
      onClose={close}
      foot={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button look="primary" type="submit" form="rename">
            Rename
          </Button>
        </>
      }
    >
      <form id="rename" onSubmit={submit} className={css.form}>
        {choices.length > 1 && (
          <Choice
            aria-label="What"
            value={chosen}
            onChange={event => {
              choose(Number(event.target.value))
              setTyped(null)
              setRefusal(null)
            }}
          >
            {choices.map((each, n) => (
              <option key={n} value={n}>
                {wordsFor(each)}
              </option>
            ))}
          </Choice>
        )}
        <Field
          key={chosen}
          aria-label="Name"
          autoFocus
          value={name}
          onChange={event => {
            setTyped(event.target.value)
            setRefusal(null)
          }}
          onFocus={event => event.target.select()}
          wrong={refusal !== null}
          aria-describedby={refusal === null ? undefined : 'rename-refusal'}
        />
        {refusal !== null && (
          <p id="rename-refusal" role="alert" className={css.refusal}>
            {refusal}
          </p>
        )}
      </form>
      <Preview design={design} named={named} to={name.trim()} />
    </Dialog>
  )
}

type PreviewProps = { readonly design: Design; readonly named: Named; readonly to: string }

/** What the name as it is typed would change. Before another one is typed, what uses this one. */
function Preview({ design, named, to }: PreviewProps) {
  const late = useDeferredValue(to)
  const planned = useMemo(() => renameEdits(design, { named, to: late }), [design, named, late])
  const changes = useMemo(() => (planned.ok ? placesChanged(design.workspace, planned.edits) : null), [design, planned])
  if (changes === null || changes.length === 0) return null
  return <ChangeList design={design} changes={changes} />
}

/** Everything in the same object that can be renamed. */
function choicesBeside(design: Design | null, named: Named): readonly Named[] {
  if (named.what !== 'namespace') {
    const object = design?.workspace.object(named.object)
    return object && object.name !== null ? namesIn(object) : [named]
  }
  const made = design?.workspace.objects.find(
    ({ group, kind, name }) => group === '' && kind === 'Namespace' && name === named.namespace,
  )
  return made ? namesIn(made) : [named]
}

function wordsFor(named: Named): string {
  if (named.what === 'object') return 'Its name'
  const words = titleOfNamed(named, null)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function isSame(one: Named, other: Named): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
