import type { ShownCommand } from '../../shared/cluster/apply-plan'
import { useSession } from '../store/session'
import { copyText } from '../store/clipboard'
import { IconButton } from '../ui/button'
import css from './cluster.module.css'
import { commandLine } from '../../shared/cluster/command-line'

/** The exact commands, whole, to read and to copy. */
export function CommandLines({ commands }: { readonly commands: readonly ShownCommand[] }) {
  const session = useSession()
  const lines = commands.map(commandLine)
  return (
    <div className={css.commands} role="group" aria-label="Commands" tabIndex={0}>
      <div className={css.commandList}>
        {commands.map(({ stdin }, n) => (
          <div key={n}>
            <span className={css.prompt}>$ </span>
            {lines[n]}
            {stdin !== null && <span className={css.stdin}> # reads {stdin}</span>}
          </div>
        ))}
      </div>
      <IconButton
        icon="i-copy"
        label="Copy commands"
        size="s"
        onClick={() => void copyText(session, lines.join('\n'), 'Copied the commands')}
      />
    </div>
  )
}
