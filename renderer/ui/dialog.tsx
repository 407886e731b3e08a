import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { IconButton } from './button'
import { classes } from './classes'
import css from './dialog.module.css'

type DialogProps = {
  readonly title: string
  /** A sentence under the title, and the dialog's description. */
  readonly says?: ReactNode
  readonly onClose: () => void
  readonly children?: ReactNode
  readonly foot?: ReactNode
  readonly width?: 's' | 'm' | 'l'
}

/** A dialog: it takes the focus and gives it back; Escape closes it. Its name is its title. */
export function Dialog({ title, says, onClose, children, foot, width = 'm' }: DialogProps) {
  return (
    <Radix.Root open onOpenChange={open => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={css.scrim} />
        <Radix.Content
          className={classes(css.dialog, css[width])}
          {...(says === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <header className={css.head}>
            <Radix.Title className={css.title}>{title}</Radix.Title>
            <IconButton icon="i-x" label="Close" size="s" onClick={onClose} />
          </header>
          {says !== undefined && <Radix.Description className={css.says}>{says}</Radix.Description>}
          {children && <div className={css.body}>{children}</div>}
          {foot && <footer className={css.foot}>{foot}</footer>}
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
  return (
    <Radix.Root open onOpenChange={open => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={css.scrim} />
        <Radix.Content className={classes(css.dialog, css.palette)} aria-describedby={undefined}>
          <Radix.Title className={css.hiddenTitle}>{label}</Radix.Title>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
