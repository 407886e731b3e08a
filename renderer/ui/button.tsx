import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes'
import css from './button.module.css'
import { Icon } from './icon'
import { Hint } from './hint'

type ButtonProps = ComponentProps<'button'> & {
  readonly look?: 'plain' | 'outline' | 'primary' | 'danger'
  readonly size?: 's' | 'm' | 'l'
  readonly icon?: string
  readonly on?: boolean
}

/** A button with words, and an icon before them where one is named. */
export function Button({ look = 'plain', size = 'm', icon, on, className, children, ...rest }: ButtonProps) {
  return (
    <button type="button" className={classes(css.button, css[look], css[size], on && css.on, className)} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

type IconButtonProps = Omit<ButtonProps, 'icon' | 'children' | 'aria-label'> & {
  readonly icon: string
  readonly label: string
  readonly keys?: string | undefined
  /** What is shown on hover in place of the label. */
  readonly hint?: string | undefined
  readonly children?: ReactNode
}

/** A button that is only an icon: its label is its name, and shown with its keys when the pointer rests on it. */
export function IconButton({
  icon,
  label,
  hint,
  keys,
  size = 'm',
  look = 'plain',
  on,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Hint says={hint ?? label} keys={keys}>
      <button
        type="button"
        aria-label={label}
        className={classes(css.button, css[look], css[size], css.iconOnly, on && css.on, className)}
        {...rest}
      >
        <Icon name={icon} size={size === 's' ? 's' : 'm'} />
      </button>
    </Hint>
  )
}
