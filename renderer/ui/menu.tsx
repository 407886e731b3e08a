import { DropdownMenu } from 'radix-ui'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { classes } from './classes'
import { Icon } from './icon'
import { keysHere } from './keys'
import { landmarkHome } from './landmark'
import css from './menu.module.css'

type MenuProps = { readonly trigger: ReactNode; readonly children: ReactNode; readonly align?: 'start' | 'end' }

/** A menu under its trigger (a button). */
export function Menu({ trigger, children, align = 'start' }: MenuProps) {
  const [home, setHome] = useState<HTMLElement | undefined>()
  return (
    <DropdownMenu.Root modal={false} onOpenChange={open => open && setHome(landmarkHome())}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal container={home}>
        <DropdownMenu.Content className={css.menu} align={align} sideOffset={4} collisionPadding={8}>
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

type PointMenuProps = {
  readonly at: { readonly clientX: number; readonly clientY: number }
  readonly label: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A menu that is open at a point of the window. */
export function PointMenu({ at, label, onClose, children }: PointMenuProps) {
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={open => !open && onClose()}>
      <DropdownMenu.Trigger asChild>
        <button
          type="button"
          aria-label={`Menu of ${label}`}
          tabIndex={-1}
          className={css.point}
          style={{ left: at.clientX, top: at.clientY }}
        />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={landmarkHome()}>
        <DropdownMenu.Content className={css.menu} aria-label={label} align="start" sideOffset={2} collisionPadding={8}>
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

type MenuItemProps = {
  readonly icon?: string | undefined
  readonly keys?: string | undefined
  readonly danger?: boolean
  readonly disabled?: boolean
  readonly onChoose: () => void
  readonly children: ReactNode
}

/** One verb of a menu. */
export function MenuItem({ icon, keys, danger, disabled, onChoose, children }: MenuItemProps) {
  return (
    <DropdownMenu.Item
      className={classes(css.item, danger && css.danger)}
      disabled={disabled ?? false}
      onSelect={onChoose}
    >
      {icon ? <Icon name={icon} /> : <span className={css.noIcon} />}
      <span className={css.text}>{children}</span>
      {keys && <span className={css.end}>{keysHere(keys)}</span>}
    </DropdownMenu.Item>
  )
}

type MenuCheckProps = { readonly on: boolean; readonly onChange: (on: boolean) => void; readonly children: ReactNode }

/** Something that is on or off; the menu stays open. */
export function MenuCheck({ on, onChange, children }: MenuCheckProps) {
  return (
    <DropdownMenu.CheckboxItem
      className={css.item}
      checked={on}
      onCheckedChange={onChange}
      onSelect={event => event.preventDefault()}
    >
      {on ? <Icon name="i-check" /> : <span className={css.noIcon} />}
      <span className={css.text}>{children}</span>
    </DropdownMenu.CheckboxItem>
  )
}

type MenuChoiceProps = {
  readonly value: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string) => void
}

/** One of several. */
export function MenuChoice({ value, choices, onChange }: MenuChoiceProps) {
  return (
    <DropdownMenu.RadioGroup value={value} onValueChange={onChange}>
      {choices.map(choice => (
        <DropdownMenu.RadioItem key={choice.value} value={choice.value} className={css.item}>
          {choice.value === value ? <Icon name="i-check" /> : <span className={css.noIcon} />}
          <span className={css.text}>{choice.label}</span>
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  )
}

type MenuSwatchesProps = {
  readonly value: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string) => void
}

/** One of several colours, side by side; each has its name for those who don't see it. */
export function MenuSwatches({ value, choices, onChange }: MenuSwatchesProps) {
  return (
    <DropdownMenu.RadioGroup value={value} onValueChange={onChange} className={css.swatches}>
      {choices.map(choice => (
        <DropdownMenu.RadioItem
          key={choice.value}
          value={choice.value}
          className={css.swatch}
          aria-label={choice.label}
          title={choice.label}
          data-colour={choice.value}
        >
          {choice.value === value && <Icon name="i-check" size="s" />}
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  )
}

/** A line between groups of verbs. */
export function MenuRule() {
  return <DropdownMenu.Separator className={css.rule} />
}

/** What the items below it are about. */
export function MenuTitle({ children }: { readonly children: ReactNode }) {
  return <DropdownMenu.Label className={css.title}>{children}</DropdownMenu.Label>
}

/** A sentence between the items. */
export function MenuText({ children }: { readonly children: ReactNode }) {
  return <DropdownMenu.Label className={css.sentence}>{children}</DropdownMenu.Label>
}

type SubMenuProps = { readonly icon?: string; readonly label: string; readonly children: ReactNode }

/** A row that opens a menu of its own beside it. */
export function SubMenu({ icon, label, children }: SubMenuProps) {
  return (
    <DropdownMenu.Sub>
      <DropdownMenu.SubTrigger className={css.item}>
        {icon ? <Icon name={icon} /> : <span className={css.noIcon} />}
        <span className={css.text}>{label}</span>
        <Icon name="i-chevron-right" size="s" />
      </DropdownMenu.SubTrigger>
      <DropdownMenu.Portal container={landmarkHome()}>
        <DropdownMenu.SubContent className={css.menu} sideOffset={4} collisionPadding={8}>
          {children}
        </DropdownMenu.SubContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Sub>
  )
}
