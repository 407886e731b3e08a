import { useEffect, useState } from 'react'
import { addDropped } from '../store/drop-files'
import { useApp, useSession } from '../store/session'
import { Icon } from '../ui/icon'
import css from './drop-files.module.css'

/**
 * Files and folders may be dropped anywhere in the window. Electron's preload, which alone knows their paths, opens them;
 * a browser's tab takes in their texts.
 */
export function DropFiles() {
  const session = useSession()
  const isBrowser = useApp(state => state.app.front === 'browser')
  const hasDesign = useApp(state => state.open !== null)
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const listeners = new AbortController()
    // Before the YAML editor, which would write a file's text where the caret is.
    const options = { signal: listeners.signal, capture: true }
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      setOver(true)
      if (!isBrowser) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
    }
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false)
    const drop = (event: DragEvent) => {
      setOver(false)
      if (!isBrowser || !event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      event.stopPropagation()
      // What a dialog asks about is the design as it is.
      if (session.store.getState().dialog === null) void addDropped(session, event.dataTransfer.items)
    }
    window.addEventListener('dragover', over, options)
    window.addEventListener('dragleave', leave, options)
    window.addEventListener('drop', drop, options)
    return () => listeners.abort()
  }, [session, isBrowser])
  if (!isOver) return null
  return (
    <div className={css.veil}>
      <p className={css.says}>
        <Icon name="i-folder" />
        {isBrowser
          ? hasDesign
            ? 'Drop to add these manifests'
            : 'Drop to begin a design with these manifests'
          : 'Drop to open'}
      </p>
    </div>
  )
}
