import { useRef, useState } from 'react'
import type { ChangeEvent, ComponentProps, KeyboardEvent, ReactNode } from 'react'
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

type Typing = HTMLInputElement | HTMLTextAreaElement

/** Takes a value over, or answers why it can't be taken. Nothing or null: it is taken. */
export type Commit = (value: string) => string | null | void

/**
 * A text that counts when its field is left, or with Enter; Escape gives the old one back. Every commit is one change to
 * undo, so half a word is none. A text that is not taken stays as it was typed, with the reason. In a text of several
 * lines Enter is one more, and Ctrl Enter takes over; Shift Enter makes a second one.
 */
export function useDraft(value: string, onCommit: Commit) {
  const [draft, setDraft] = useState<string | null>(null)
  const [complaint, setComplaint] = useState<string | null>(null)
  const draftNow = useRef(draft)
  const show = (text: string | null, why: string | null) => {
    draftNow.current = text
    setDraft(text)
    setComplaint(why)
  }
  const settle = () => {
    const typed = draftNow.current
    if (typed === null) return
    const answer = typed === value ? null : onCommit(typed)
    // A caller that answers nothing may well return something else.
    const why = typeof answer === 'string' ? answer : null
    show(why === null ? null : typed, why)
  }
  const onKeyDown = (event: KeyboardEvent<Typing>) => {
    const field = event.currentTarget
    const hasLines = field instanceof HTMLTextAreaElement && (field.value.includes('\n') || event.shiftKey)
    const isLine = hasLines && !event.ctrlKey && !event.metaKey
    if (event.key === 'Enter' && !isLine) {
      if (field instanceof HTMLTextAreaElement) event.preventDefault()
      settle()
    }
    if (event.key === 'Escape' && draftNow.current !== null) {
      event.stopPropagation()
      show(null, null)
    }
  }
  return {
    complaint,
    input: {
      value: draft ?? value,
      'data-settled': draft === null,
      onChange: (event: ChangeEvent<Typing>) => show(event.target.value, null),
      onBlur: settle,
      onKeyDown,
    },
  }
}

type DraftProps = Omit<FieldProps, 'value' | 'onChange' | 'onBlur' | 'onKeyDown' | 'defaultValue'> & {
  readonly value: string
  /** Called with a value that differs from `value`, when the field is left or Enter is pressed. */
  readonly onCommit: Commit
}

/** A field of one line whose value counts when it is left. */
export function DraftField({ value, onCommit, wrong, ...rest }: DraftProps) {
  const { input, complaint } = useDraft(value, onCommit)
  return <Field {...rest} {...input} wrong={wrong === true || complaint !== null} />
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
  /** The id of what says what is wrong or what it is for. */
  readonly describedBy?: string | undefined
}

/** On or off. */
export function Switch({ on, label, onChange, disabled, describedBy }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      aria-label={label}
      aria-describedby={describedBy}
      disabled={disabled}
      className={classes(css.toggle, on && css.toggleOn)}
      onClick={() => onChange(!on)}
    />
  )
}
