import { Tooltip } from 'radix-ui'
import type { ReactNode } from 'react'
import css from './hint.module.css'
import { Keys } from './keys'

/** What a control does, and its keys, when the pointer or the focus rests on it. */
export function Hint({ says, keys, children }: { says: string; keys?: string | undefined; children: ReactNode }) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content className={css.tooltip} sideOffset={6} collisionPadding={8}>
          {says}
          {keys && <Keys of={keys} />}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}

/** Hints wait half a second, once for neighbours. One around the whole window. */
export function HintProvider({ children }: { children: ReactNode }) {
  return (
    <Tooltip.Provider delayDuration={500} skipDelayDuration={200}>
      {children}
    </Tooltip.Provider>
  )
}
