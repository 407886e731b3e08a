import { Brand } from '../ui/icon'
import css from './cannot-start.module.css'

/** What is seen when the window has no host to talk to. */
export function CannotStart({ reason }: { readonly reason: string }) {
  return (
    <main className={css.page} role="alert">
      <Brand size={32} />
      <h1 className={css.title}>Chartroom can’t start here</h1>
      <p>{reason}</p>
    </main>
  )
}
