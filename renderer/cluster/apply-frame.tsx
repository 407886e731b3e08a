import type { ReactNode } from 'react'
import { Dialog } from '../ui/dialog'

type ApplyFrameProps = {
  readonly title: string
  readonly onClose: () => void
  readonly children?: ReactNode
  readonly foot?: ReactNode
}

/** The dialog "Apply to cluster", whatever its title says of where the apply is. */
export function ApplyFrame({ title, onClose, children, foot }: ApplyFrameProps) {
  return (
    <Dialog width="l" name="Apply to cluster" title={title} onClose={onClose} foot={foot}>
      {children}
    </Dialog>
  )
}
