import { useEffect, useRef, useState } from 'react'
import type { ComponentProps, KeyboardEvent, ReactNode } from 'react'
import { classes } from './classes'
import css from './field.module.css'
import { Icon } from './icon'

type FieldProps = Omit<ComponentProps<'input'>, 'size'> & {
  /** The focus comes here when its region is gone to. */
  readonly 'data-first'?: boolean
  /** Nothing is typed that doesn't count yet: undo is the window's again. */
  readonly 'data-settled'?: boolean
  readonly size?: 's' | 'm'
  readonly icon?: string
  readonly code?: boolean
  readonly wrong?: boolean
  /** Search fields always show an icon and words, so their border is quiet. */
  readonly quiet?: boolean
  readonly after?: ReactNode
}

/** One line of text. */
export function Field({ size = 'm', icon, code, wrong, quiet, after, className, ...rest }: FieldProps) {
  return (
    <span
      className={classes(
        css.field,
        size === 's' && css.small,
        code && css.code,
        wrong && css.wrong,
        quiet && css.quiet,
        rest.disabled && css.disabled,
        className,
      )}
    >
      {icon && <Icon name={icon} />}
      <input autoComplete="off" spellCheck={false} aria-invalid={wrong || undefined} {...rest} />
      {after}
    </span>
  )
}

type DraftProps = Omit<FieldProps, 'value' | 'onChange' | 'onBlur' | 'onKeyDown' | 'defaultValue'> & {
  readonly value: string
  /** Called with a value that differs from `value`, when the field is left or Enter is pressed. */
  readonly onCommit: (value: string) => void
}

/**
 * A field whose value counts when it is left, or with Enter; Escape gives the old one back. Every commit is one change
 * to undo, so half a word is none.
 */
export function DraftField({ value, onCommit, ...rest }: DraftProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const draftNow = useRef(draft)
  useEffect(() => {
    draftNow.current = draft
  }, [draft])

  const settle = () => {
    const typed = draftNow.current
    draftNow.current = null
    setDraft(null)
    if (typed !== null && typed !== value) onCommit(typed)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') settle()
    if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation()
      draftNow.current = null
      setDraft(null)
    }
  }
  return (
    <Field
      {...rest}
      value={draft ?? value}
      data-settled={draft === null}
      onChange={event => setDraft(event.target.value)}
      onBlur={settle}
      onKeyDown={onKeyDown}
    />
  )
}

/** One of a few values, by the platform's own list. */
export function Choice({
  size = 'm',
  className,
  children,
  ...rest
}: Omit<ComponentProps<'select'>, 'size'> & { readonly size?: 's' | 'm' }) {
  return (
    <span className={classes(css.field, css.choice, size === 's' && css.small, className)}>
      <select {...rest}>{children}</select>
      <Icon name="i-chevron-down" size="s" />
    </span>
  )
}

type SwitchProps = {
  readonly on: boolean
  readonly label: string
  readonly onChange: (on: boolean) => void
  readonly disabled?: boolean
}

/** On or off. */
export function Switch({ on, label, onChange, disabled }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      aria-label={label}
      disabled={disabled}
      className={classes(css.toggle, on && css.toggleOn)}
      onClick={() => onChange(!on)}
    />
  )
}
