import { findCommand, runCommand } from '../commands/commands'
import { useApp, useSession } from '../store/session'
import { Button, IconButton } from '../ui/button'
import { Hint } from '../ui/hint'
import { MenuItem } from '../ui/menu'

/** A command as an icon of the toolbar: its label is its name. */
export function CommandIcon({ id, size = 'm' }: { readonly id: string; readonly size?: 's' | 'm' }) {
  const session = useSession()
  const command = findCommand(id)
  const hint = useApp(state => command.hint?.(state))
  const isAvailable = useApp(command.available)
  return (
    <IconButton
      icon={command.icon ?? 'i-play'}
      label={command.label}
      hint={hint}
      keys={command.keys}
      size={size}
      disabled={!isAvailable}
      onClick={() => runCommand(session, command)}
    />
  )
}

type CommandButtonProps = {
  readonly id: string
  readonly className?: string | undefined
  readonly look?: 'plain' | 'primary'
}

/** A command as a button whose word folds away in a narrow window. */
export function CommandButton({ id, className, look = 'plain' }: CommandButtonProps) {
  const session = useSession()
  const command = findCommand(id)
  const isAvailable = useApp(command.available)
  return (
    <Hint says={command.label} keys={command.keys}>
      <Button
        {...(command.icon === undefined ? {} : { icon: command.icon })}
        look={look}
        aria-label={command.label}
        disabled={!isAvailable}
        onClick={() => runCommand(session, command)}
      >
        <span className={className}>{command.label}</span>
      </Button>
    </Hint>
  )
}

/** A command as a row of a menu. */
export function CommandItem({ id, danger = false }: { readonly id: string; readonly danger?: boolean }) {
  const session = useSession()
  const command = findCommand(id)
  const isAvailable = useApp(command.available)
  return (
    <MenuItem
      icon={command.icon}
      keys={command.keys}
      danger={danger}
      disabled={!isAvailable}
      onChoose={() => runCommand(session, command)}
    >
      {command.label}
    </MenuItem>
  )
}
