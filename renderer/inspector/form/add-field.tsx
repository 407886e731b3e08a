import { Popover } from 'radix-ui'
import { useId, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { Schema } from '../../../shared/kinds/schemas/schema'
import { classes } from '../../ui/classes'
import { Icon } from '../../ui/icon'
import css from './add-field.module.css'
import { fieldOffers } from './shown-keys'

type AddFieldProps = {
  readonly schema: Schema
  /** Fields that are there. */
  readonly taken: ReadonlySet<string>
  readonly onAdd: (key: string) => void
}

/** A combobox over the fields that could be set here, each with what it is for. */
export function AddField({ schema, taken, onAdd }: AddFieldProps) {
  const [isOpen, setOpen] = useState(false)
  const [words, setWords] = useState('')
  const [activeAt, setActive] = useState(0)
  const id = useId()
  const offers = isOpen ? fieldOffers(schema, taken, words) : []
  const active = Math.min(activeAt, offers.length - 1)

  const close = () => {
    setOpen(false)
    setWords('')
    setActive(0)
  }
  const add = (key: string) => {
    close()
    onAdd(key)
  }
  const move = (to: number) => {
    setOpen(true)
    setActive(Math.max(0, Math.min(offers.length - 1, to)))
    document.getElementById(`${id}-${to}`)?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const offer = offers[active]
    if (event.key === 'ArrowDown') move(isOpen ? active + 1 : 0)
    else if (event.key === 'ArrowUp') move(active - 1)
    else if (event.key === 'Enter' && offer) add(offer.key)
    else if (event.key === 'Escape' && isOpen) {
      event.stopPropagation()
      close()
    } else return
    event.preventDefault()
  }
  if (Object.keys(schema.properties ?? {}).every(key => taken.has(key))) return null
  return (
    <Popover.Root open={isOpen && offers.length > 0}>
      <Popover.Anchor asChild>
        <div className={css.add}>
          <Icon name="i-plus" size="s" />
          <input
            role="combobox"
            aria-label="Add a field"
            aria-expanded={isOpen && offers.length > 0}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={offers[active] ? `${id}-${active}` : undefined}
            autoComplete="off"
            spellCheck={false}
            placeholder="Add a field"
            value={words}
            onClick={() => setOpen(true)}
            onChange={event => {
              setWords(event.target.value)
              setOpen(true)
              setActive(0)
            }}
            onKeyDown={onKeyDown}
            onBlur={close}
          />
          {isOpen && offers.length === 0 && <span className={css.none}>No such field here</span>}
        </div>
      </Popover.Anchor>
      <Popover.Portal>
        <Popover.Content
          className={css.offers}
          align="start"
          sideOffset={2}
          collisionPadding={8}
          onOpenAutoFocus={event => event.preventDefault()}
          onCloseAutoFocus={event => event.preventDefault()}
        >
          <div role="listbox" id={`${id}-list`} aria-label="Fields">
            {offers.map((offer, n) => (
              <div
                key={offer.key}
                id={`${id}-${n}`}
                role="option"
                aria-selected={n === active}
                aria-label={offer.key}
                className={classes(css.offer, n === active && css.active)}
                // The pointer must not take the focus from the field before it chooses.
                onPointerDown={event => event.preventDefault()}
                onClick={() => add(offer.key)}
              >
                <span className={css.key}>{offer.key}</span>
                <span className={css.description}>{firstSentence(offer.description)}</span>
              </div>
            ))}
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

function firstSentence(text: string): string {
  return /^.*?[.:](?=\s|$)/s.exec(text)?.[0] ?? text
}
