import { useEffect, useState } from 'react'
import type { MouseEvent, ReactNode } from 'react'
import { conflictWords, KEPT_UNTIL_CHOSEN } from '../store/from-disk'
import { useApp, useSession } from '../store/session'
import type { Toast } from '../store/state'
import { hideToast } from '../store/toasts'
import { openDialog } from '../store/view'
import { IconButton } from '../ui/button'
import { classes } from '../ui/classes'
import { Icon } from '../ui/icon'
import { focusIn } from './regions'
import css from './toasts.module.css'

const ICONS: Readonly<Record<Toast['tone'], string>> = { ok: 'i-ok', error: 'i-blocked', info: 'i-info' }
const SECONDS: Readonly<Record<Toast['tone'], number>> = { ok: 5, info: 6, error: 12 }
/** Something to press takes time to be read, and to be reached by the keyboard. */
const SECONDS_WITH_ACTION = 15

/** What was just said, in the lower middle; the region beside it says the same to screen readers. */
export function Toasts() {
  const toasts = useApp(state => state.toasts)
  // While somebody reads one, or is about to press its button, all stay.
  const [isHeld, setHeld] = useState(false)
  return (
    <>
      <section
        className={css.toasts}
        aria-label="Messages"
        data-region="messages"
        onMouseEnter={() => setHeld(true)}
        onMouseLeave={() => setHeld(false)}
        onFocus={() => setHeld(true)}
        onBlur={() => setHeld(false)}
      >
        <ConflictQuestion />
        {toasts.map(toast => (
          <Passing key={toast.id} toast={toast} isHeld={isHeld} onPress={() => setHeld(false)} />
        ))}
      </section>
      <Announcer />
    </>
  )
}

/** Stays until the user has chosen, or the conflict is gone. Deciding later in the dialog leads back to it. */
function ConflictQuestion() {
  const session = useSession()
  const conflicts = useApp(state => state.open?.conflicts ?? NO_FILES)
  const isAsked = useApp(state => state.dialog?.type === 'changed-on-disk' || state.dialog?.type === 'merge')
  if (conflicts.size === 0 || isAsked) return null
  const files = [...conflicts]
  return (
    <Card tone="info" title={conflictWords(files)} text={KEPT_UNTIL_CHOSEN}>
      <Action label="Choose" onPress={() => openDialog(session, { type: 'changed-on-disk', files })} />
    </Card>
  )
}

const NO_FILES: ReadonlySet<string> = new Set()

type PassingProps = {
  readonly toast: Toast
  readonly isHeld: boolean
  /** A button that goes with its card tells nobody that the pointer or the focus is gone from it. */
  readonly onPress: () => void
}

/** A message that goes by itself: so long after it was last said, or let go. */
function Passing({ toast, isHeld, onPress }: PassingProps) {
  const { tone, title, text, action } = toast
  const session = useSession()
  useEffect(() => {
    if (isHeld) return
    const seconds = toast.action ? SECONDS_WITH_ACTION : SECONDS[toast.tone]
    const timer = setTimeout(() => hideToast(session, toast.id), seconds * 1000)
    return () => clearTimeout(timer)
  }, [session, toast, isHeld])
  const hide = () => {
    onPress()
    hideToast(session, toast.id)
  }
  const act = () => {
    action?.run()
    hide()
  }
  const dismiss = (event: MouseEvent) => {
    hide()
    const isByKeyboard = event.detail === 0
    if (isByKeyboard) focusIn('canvas')
  }
  return (
    <Card tone={tone} title={title} text={text}>
      {action && <Action label={action.label} onPress={act} />}
      <IconButton icon="i-x" label="Dismiss" size="s" onClick={dismiss} />
    </Card>
  )
}

type CardProps = Pick<Toast, 'tone' | 'title' | 'text'> & { readonly children: ReactNode }

function Card({ tone, title, text, children }: CardProps) {
  return (
    <div className={css.toast}>
      <Icon name={ICONS[tone]} className={classes(css.icon, css[tone])} />
      <div className={css.words}>
        <p className={css.title}>{title}</p>
        {text && <p className={css.text}>{text}</p>}
      </div>
      {children}
    </div>
  )
}

function Action({ label, onPress }: { readonly label: string; readonly onPress: () => void }) {
  return (
    <button type="button" className={css.action} onClick={onPress}>
      {label}
    </button>
  )
}

/** Live regions have to be there before their text is. */
function Announcer() {
  const announcement = useApp(state => state.announcement)
  return (
    <>
      <div className={css.spoken} aria-live="polite">
        {announcement && !announcement.urgent ? announcement.text : ''}
      </div>
      <div className={css.spoken} aria-live="assertive">
        {announcement?.urgent ? announcement.text : ''}
      </div>
    </>
  )
}
