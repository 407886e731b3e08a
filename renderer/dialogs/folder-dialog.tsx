import { useCallback, useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { FolderListing } from '../../shared/host'
import { useSession } from '../store/session'
import { closeDialog } from '../store/view'
import { Button, IconButton } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { DraftField } from '../ui/field'
import { Icon } from '../ui/icon'
import css from './folder-dialog.module.css'

const WORDS = {
  open: { title: 'Open folder', verb: 'Open', says: 'All manifests in the folder and below are read.' },
  export: {
    title: 'Export to a folder',
    verb: 'Export here',
    says: 'The files are written into this folder. None is written over one that is there.',
  },
  save: { title: 'Save design', verb: 'Save here', says: 'The design is written into this folder, as new files.' },
}

type FolderDialogProps = {
  readonly purpose: keyof typeof WORDS
  /** What is done with the folder. */
  readonly then: (path: string) => unknown
}

/** The window's own folder picker, for a host without the system's. */
export function FolderDialog({ purpose, then }: FolderDialogProps) {
  const session = useSession()
  const { listing, problem, go, settled } = useListing()
  const words = WORDS[purpose]
  const choose = async () => {
    const chosen = await settled()
    if (!chosen) return
    closeDialog(session)
    then(chosen.path)
  }
  return (
    <Dialog
      title={words.title}
      says={words.says}
      onClose={() => closeDialog(session)}
      foot={
        <>
          <Button onClick={() => closeDialog(session)}>Cancel</Button>
          <Button look="primary" disabled={!listing} onClick={() => void choose()}>
            {words.verb}
          </Button>
        </>
      }
    >
      <div className={css.where}>
        <IconButton
          icon="i-chevron-up"
          label="Folder above"
          disabled={listing?.parent == null}
          onClick={() => go(listing?.parent ?? null)}
        />
        <DraftField aria-label="Folder" autoFocus code value={listing?.path ?? ''} onCommit={go} />
      </div>
      {problem !== null && (
        <p className={css.problem} role="alert">
          {problem}
        </p>
      )}
      {listing && <FolderList key={listing.path} listing={listing} onGo={go} onChoose={() => void choose()} />}
    </Dialog>
  )
}

/**
 * The folder that is shown. `settled` gives the one that was asked for last, once it is there, and null when it can't be
 * listed: a path that was typed just before the button is meant, not the folder that is still shown.
 */
function useListing() {
  const session = useSession()
  const [listing, setListing] = useState<FolderListing | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const asked = useRef<Promise<FolderListing | null>>(Promise.resolve(null))
  const go = useCallback(
    (path: string | null) => {
      const asking: Promise<FolderListing | null> = session.host.ask('folders:list', { path }).then(reply => {
        if (asked.current !== asking) return asked.current
        setProblem(reply.ok ? null : reply.message)
        if (reply.ok) setListing(reply.value)
        return reply.ok ? reply.value : null
      })
      asked.current = asking
    },
    [session],
  )
  useEffect(() => go(null), [go])
  const settled = () => asked.current
  return { listing, problem, go, settled }
}

type FolderListProps = {
  readonly listing: FolderListing
  readonly onGo: (path: string) => void
  readonly onChoose: () => void
}

/** Arrows move, Enter and Right go in, Left goes up. */
function FolderList({ listing, onGo, onChoose }: FolderListProps) {
  const list = useRef<HTMLUListElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('button') ?? [])]
    const at = buttons.findIndex(button => button === document.activeElement)
    if (event.key === 'ArrowDown') buttons[Math.min(buttons.length - 1, at + 1)]?.focus()
    else if (event.key === 'ArrowUp') buttons[Math.max(0, at - 1)]?.focus()
    else if (event.key === 'ArrowRight') buttons[at]?.click()
    else if (event.key === 'ArrowLeft' && listing.parent !== null) onGo(listing.parent)
    else if (event.key === 'Enter' && event.ctrlKey) onChoose()
    else return
    event.preventDefault()
  }
  return (
    <ul ref={list} aria-label="Folders" className={css.folders} onKeyDown={onKeyDown}>
      {listing.folders.map(folder => (
        <li key={folder.path}>
          <button type="button" className={css.folder} onClick={() => onGo(folder.path)}>
            <Icon name="i-folder" />
            <span className={css.name}>{folder.name}</span>
            {folder.manifests && <span className={css.end}>has manifests</span>}
          </button>
        </li>
      ))}
      {listing.folders.length === 0 && <li className={css.none}>No folders in here.</li>}
    </ul>
  )
}
