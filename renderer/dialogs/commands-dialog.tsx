import { Command as Palette } from 'cmdk'
import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import type { Command } from '../commands/command'
import { commands, runCommand } from '../commands/commands'
import { NO_CUSTOM_KINDS } from '../../shared/kinds/custom-kinds'
import { kindRow, starterKinds } from '../../shared/kinds/kinds'
import { patterns } from '../../shared/patterns/patterns'
import type { Point } from '../../shared/workspace/change'
import type { KubeObject } from '../../shared/workspace/kube-object'
import { addKind } from '../store/edits'
import { titleOf } from '../store/naming'
import { addPattern } from '../store/patterns'
import { selectObject } from '../store/selection'
import { useApp, useSession } from '../store/session'
import { closeDialog, noteUse } from '../store/view'
import { PaletteDialog } from '../ui/dialog'
import { Icon } from '../ui/icon'
import { Keys } from '../ui/keys'
import { afterDialog } from './after-dialog'
import css from './palette.module.css'
import { rank } from './rank'

const NO_OBJECTS: readonly KubeObject[] = []
/** Rows that cmdk has to weigh with every key; a design may have 20,000 objects. */
const MOST_OBJECTS = 30

/**
 * Search or run: objects of the design, commands, and kinds to add, by a few letters. With a point of the canvas only
 * kinds, for a new object there.
 */
export function CommandsDialog({ at }: { readonly at: Point | null }) {
  const session = useSession()
  const isOpen = useApp(state => state.open !== null)
  const [words, setWords] = useState('')
  const close = () => closeDialog(session)
  const onChoose = (act: () => void) => {
    close()
    afterDialog(act)
  }
  return (
    <PaletteDialog label="Commands" onClose={close}>
      <Palette label="Commands" loop filter={rank} className={css.palette}>
        <div className={css.field}>
          <Icon name="i-search" />
          <Palette.Input
            placeholder={at ? 'New object here' : 'Search or run a command'}
            value={words}
            onValueChange={setWords}
          />
        </div>
        <Palette.List className={css.list} label="Commands">
          <Palette.Empty className={css.none}>Nothing fits.</Palette.Empty>
          {!at && <ObjectGroup words={words} onChoose={onChoose} />}
          {!at && <CommandGroups words={words} onChoose={onChoose} />}
          {isOpen && <KindGroup at={at} onChoose={onChoose} />}
          {isOpen && !at && <PatternGroup onChoose={onChoose} />}
        </Palette.List>
        <PaletteFoot />
      </Palette>
    </PaletteDialog>
  )
}

type Choosing = { readonly onChoose: (act: () => void) => void }

function ObjectGroup({ words, onChoose }: Choosing & { readonly words: string }) {
  const session = useSession()
  const objects = useApp(state => state.open?.design.workspace.objects ?? NO_OBJECTS)
  const found = useMemo(() => findObjects(objects, words), [objects, words])
  if (found.length === 0) return null
  return (
    <Palette.Group heading="Objects" className={css.group}>
      {found.map(object => (
        <ObjectRow key={object.id} object={object} onChoose={() => onChoose(() => selectObject(session, object.id))} />
      ))}
    </Palette.Group>
  )
}

/** All that can be run now; before anything is typed, what was run last comes first. */
function CommandGroups({ words, onChoose }: Choosing & { readonly words: string }) {
  const session = useSession()
  const state = session.store.getState()
  const runnable = commands.filter(command => command.id !== 'commands' && command.available(state))
  const last = words === '' ? state.view.lastRun.flatMap(id => runnable.find(command => command.id === id) ?? []) : []
  const shown = last.slice(0, LAST_SHOWN)
  const groups = [
    { heading: 'Run last', members: shown },
    { heading: 'Commands', members: runnable.filter(command => !shown.includes(command)) },
  ]
  const run = (command: Command) => {
    noteUse(session, 'lastRun', command.id)
    runCommand(session, command)
  }
  return groups.map(
    ({ heading, members }) =>
      members.length > 0 && (
        <Palette.Group key={heading} heading={heading} className={css.group}>
          {members.map(command => (
            <CommandRow key={command.id} command={command} onChoose={() => onChoose(() => run(command))} />
          ))}
        </Palette.Group>
      ),
  )
}

const LAST_SHOWN = 5

function KindGroup({ at, onChoose }: Choosing & { readonly at: Point | null }) {
  const session = useSession()
  const custom = useApp(state => state.open?.design.customKinds ?? NO_CUSTOM_KINDS)
  return (
    <Palette.Group heading="New" className={css.group}>
      {[...starterKinds(), ...custom.rows].map(kind => (
        <PaletteRow
          key={`${kind.group}/${kind.kind}`}
          value={`new ${kind.kind} ${kind.group}`}
          words={[...kind.searchWords, ...kind.shortNames]}
          onChoose={() => onChoose(() => addKind(session, kind, at ?? undefined))}
        >
          <Icon name={kind.icon} family={kind.family} />
          New {kind.kind}
        </PaletteRow>
      ))}
    </Palette.Group>
  )
}

function PatternGroup({ onChoose }: Choosing) {
  const session = useSession()
  return (
    <Palette.Group heading="Patterns" className={css.group}>
      {patterns.map(pattern => (
        <PaletteRow
          key={pattern.id}
          value={`pattern ${pattern.title}`}
          words={pattern.searchWords}
          onChoose={() => onChoose(() => addPattern(session, pattern))}
        >
          <Icon name={pattern.icon} />
          {pattern.title}
        </PaletteRow>
      ))}
    </Palette.Group>
  )
}

function PaletteFoot() {
  return (
    <footer className={css.foot}>
      <span>
        <Keys of="↑" /> <Keys of="↓" /> Move
      </span>
      <span>
        <Keys of="Enter" /> Run
      </span>
      <span>
        <Keys of="Esc" /> Close
      </span>
    </footer>
  )
}

function ObjectRow({ object, onChoose }: { readonly object: KubeObject; readonly onChoose: () => void }) {
  const kind = kindRow(object.group, object.kind)
  return (
    <PaletteRow value={`${titleOf(object)} ${object.id}`} words={[]} onChoose={onChoose}>
      <Icon name={kind.icon} family={kind.family} />
      <span className={css.name}>{titleOf(object)}</span>
      <span className={css.end}>{object.namespace}</span>
    </PaletteRow>
  )
}

function CommandRow({ command, onChoose }: { readonly command: Command; readonly onChoose: () => void }) {
  return (
    <PaletteRow value={`${command.label} ${command.id}`} words={[]} onChoose={onChoose}>
      {command.icon ? <Icon name={command.icon} /> : <span className={css.noIcon} />}
      <span className={css.name}>{command.label}</span>
      {command.keys && (
        <span className={css.end}>
          <Keys of={command.keys} />
        </span>
      )}
    </PaletteRow>
  )
}

type PaletteRowProps = {
  readonly value: string
  readonly words: readonly string[]
  readonly onChoose: () => void
  readonly children: ReactNode
}

function PaletteRow({ value, words, onChoose, children }: PaletteRowProps) {
  return (
    <Palette.Item value={value} keywords={[...words]} className={css.row} onSelect={onChoose}>
      {children}
    </Palette.Item>
  )
}

function findObjects(objects: readonly KubeObject[], words: string): readonly KubeObject[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return []
  const found: KubeObject[] = []
  for (const object of objects) {
    const said = titleOf(object).toLowerCase()
    if (wanted.every(word => said.includes(word))) found.push(object)
    if (found.length === MOST_OBJECTS) break
  }
  return found
}
