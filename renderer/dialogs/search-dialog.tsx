import { Command as Palette } from 'cmdk'
import { useDeferredValue, useMemo, useState } from 'react'
import { kindRow } from '../../shared/kinds/kinds'
import type { Workspace } from '../../shared/workspace/workspace'
import { titleOf } from '../store/naming'
import { revealPlace } from '../store/reveal'
import { selectObject } from '../store/selection'
import { useApp, useSession } from '../store/session'
import { closeDialog } from '../store/view'
import { PaletteDialog } from '../ui/dialog'
import { Icon } from '../ui/icon'
import { afterDialog } from './after-dialog'
import css from './palette.module.css'
import { findObjects } from './search-objects'
import type { ObjectFound } from './search-objects'
import { findLines } from './search-text'
import type { LineFound } from './search-text'

const MOST = 50
const NOTHING = { objects: [], lines: [] }

/** Looks for words in what objects are called, labelled and made of, and for the text in every line of every file. */
export function SearchDialog() {
  const session = useSession()
  const workspace = useApp(state => state.open?.design.workspace ?? null)
  const [words, setWords] = useState('')
  const wanted = useDeferredValue(words)
  const { objects, lines } = useMemo(() => (workspace ? find(workspace, wanted) : NOTHING), [workspace, wanted])
  const close = () => closeDialog(session)
  const then = (act: () => void) => () => {
    close()
    afterDialog(act)
  }
  return (
    <PaletteDialog label="Search" onClose={close}>
      <Palette label="Search" shouldFilter={false} loop className={css.palette}>
        <div className={css.field}>
          <Icon name="i-search" />
          <Palette.Input placeholder="Names, kinds, labels, images, any text" value={words} onValueChange={setWords} />
        </div>
        <Palette.List className={css.list} label="Found">
          {wanted.trim() !== '' && <Palette.Empty className={css.none}>Nothing found.</Palette.Empty>}
          {objects.length > 0 && (
            <Palette.Group heading="Objects" className={css.group}>
              {objects.map(found => (
                <FoundObject
                  key={found.object.id}
                  found={found}
                  onChoose={then(() => selectObject(session, found.object.id))}
                />
              ))}
            </Palette.Group>
          )}
          {lines.length > 0 && (
            <Palette.Group heading="Lines" className={css.group}>
              {lines.map(found => (
                <FoundLine
                  key={`${found.file}:${found.from}`}
                  found={found}
                  onChoose={then(() => revealPlace(session, found.file, found.from, found.to, true))}
                />
              ))}
            </Palette.Group>
          )}
        </Palette.List>
      </Palette>
    </PaletteDialog>
  )
}

function FoundObject({ found, onChoose }: { readonly found: ObjectFound; readonly onChoose: () => void }) {
  const { object, by } = found
  const kind = kindRow(object.group, object.kind)
  return (
    <Palette.Item value={object.id} className={css.row} onSelect={onChoose}>
      <Icon name={kind.icon} family={kind.family} />
      <span className={css.name}>{titleOf(object)}</span>
      <span className={css.end}>{by ?? object.namespace}</span>
    </Palette.Item>
  )
}

function FoundLine({ found, onChoose }: { readonly found: LineFound; readonly onChoose: () => void }) {
  return (
    <Palette.Item value={`${found.file}:${found.from}`} className={css.row} onSelect={onChoose}>
      <Icon name="i-file" />
      <span className={css.name}>{found.text}</span>
      <span className={css.end}>
        {found.file}:{found.line}
      </span>
    </Palette.Item>
  )
}

function find(workspace: Workspace, words: string) {
  return { objects: findObjects(workspace.objects, words, MOST), lines: findLines(workspace, words, MOST) }
}
