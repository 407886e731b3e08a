import { Dialog as Radix } from 'radix-ui'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { IconButton } from './button'
import { classes } from './classes'
import css from './dialog.module.css'

type DialogProps = {
  readonly title: string
  /** What it is called where its title changes with what it is about. */
  readonly name?: string
  /** A sentence under the title, and the dialog's description. */
  readonly says?: ReactNode
  readonly onClose: () => void
  readonly children?: ReactNode
  readonly foot?: ReactNode
  readonly width?: 's' | 'm' | 'l'
}

/**
 * A dialog: it takes the focus and gives it back; Escape closes it. Its name is its title. The cross comes last, so that
 * the focus starts at what is asked.
 */
export function Dialog({ title, name, says, onClose, children, foot, width = 'm' }: DialogProps) {
  const giveBack = useFocusGivenBack()
  return (
    <Radix.Root open onOpenChange={open => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={css.scrim} />
        <Radix.Content
          className={classes(css.dialog, css[width])}
          onCloseAutoFocus={giveBack}
          {...(says === undefined ? { 'aria-describedby': undefined } : {})}
          {...(name === undefined ? {} : { 'aria-label': name, 'aria-labelledby': undefined })}
        >
          <header className={css.head}>
            <Radix.Title className={css.title}>{title}</Radix.Title>
          </header>
          {says !== undefined && <Radix.Description className={css.says}>{says}</Radix.Description>}
          {children && <div className={css.body}>{children}</div>}
          {foot && <footer className={css.foot}>{foot}</footer>}
          <IconButton className={css.close} icon="i-x" label="Close" size="s" onClick={onClose} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** A dialog that is one search field and its results: no head, near the top. */
export function PaletteDialog({
  label,
  onClose,
  children,
}: {
  label: string
  onClose: () => void
  children: ReactNode
}) {
  const giveBack = useFocusGivenBack()
  return (
    <Radix.Root open onOpenChange={open => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={css.scrim} />
        <Radix.Content
          className={classes(css.dialog, css.palette)}
          aria-describedby={undefined}
          onCloseAutoFocus={giveBack}
        >
          <Radix.Title className={css.hiddenTitle}>{label}</Radix.Title>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/**
 * Gives the focus back to what had it when the dialog opened: a dialog that a key opened has no trigger. What the
 * dialog's own action focused keeps it.
 */
function useFocusGivenBack(): (event: Event) => void {
  const [before] = useState(() => document.activeElement)
  return event => {
    event.preventDefault()
    const isFree = document.activeElement === null || document.activeElement === document.body
    if (isFree && before instanceof HTMLElement && before.isConnected) before.focus()
  }
}
