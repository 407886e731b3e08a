import { IconButton } from '../ui/button'
import { classes } from '../ui/classes'
import { Icon } from '../ui/icon'
import { useApp, useSession } from '../store/session'
import type { Toast } from '../store/state'
import { hideToast } from '../store/toasts'
import css from './toasts.module.css'

const ICONS: Readonly<Record<Toast['tone'], string>> = { ok: 'i-ok', error: 'i-blocked', info: 'i-info' }

/** What was just said, in the lower middle; the region beside it says the same to screen readers. */
export function Toasts() {
  const toasts = useApp(state => state.toasts)
  return (
    <>
      <section className={css.toasts} aria-label="Messages">
        {toasts.map(toast => (
          <ToastCard key={toast.id} toast={toast} />
        ))}
      </section>
      <Announcer />
    </>
  )
}

function ToastCard({ toast }: { readonly toast: Toast }) {
  const session = useSession()
  const { action } = toast
  const act = () => {
    action?.run()
    hideToast(session, toast.id)
  }
  return (
    <div className={css.toast}>
      <Icon name={ICONS[toast.tone]} className={classes(css.icon, css[toast.tone])} />
      <div className={css.words}>
        <p className={css.title}>{toast.title}</p>
        {toast.text && <p className={css.text}>{toast.text}</p>}
      </div>
      {action && (
        <button type="button" className={css.action} onClick={act}>
          {action.label}
        </button>
      )}
      <IconButton icon="i-x" label="Dismiss" size="s" onClick={() => hideToast(session, toast.id)} />
    </div>
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
