import css from './keys.module.css'

const onMac = typeof navigator !== 'undefined' && navigator.userAgent.includes('Mac')

/** Keys as this platform writes them: Ctrl is Cmd on macOS. */
export function keysHere(keys: string): string {
  return onMac ? keys.replace('Ctrl', 'Cmd') : keys
}

/** The keys of a command. */
export function Keys({ of }: { readonly of: string }) {
  return <kbd className={css.kbd}>{keysHere(of)}</kbd>
}
