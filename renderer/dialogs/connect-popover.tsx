import { Popover } from 'radix-ui'
import { useEffect, useRef, useState } from 'react'
import type { FormEvent, KeyboardEvent } from 'react'
import type { WireAnswers, WireAsk } from '../../shared/relations/relation'
import type { ObjectId } from '../../shared/workspace/kube-object'
import type { ScreenPoint } from '../canvas/canvas-props'
import { wire } from '../store/edits'
import { titleOf } from '../store/naming'
import { useApp, useSession } from '../store/session'
import type { Offer } from '../store/state'
import { closeDialog } from '../store/view'
import { Button } from '../ui/button'
import { classes } from '../ui/classes'
import { Choice, Field } from '../ui/field'
import { Segmented } from '../ui/segmented'
import css from './connect-popover.module.css'

type ConnectProps = {
  readonly from: ObjectId
  readonly to: ObjectId
  readonly offers: readonly Offer[]
  readonly at: ScreenPoint
}

/**
 * Asks how two objects should be tied, the most usual way first, and what that way has to know. Every question has an
 * answer already, so Enter accepts; Escape writes nothing.
 */
export function ConnectPopover({ from, to, offers, at }: ConnectProps) {
  const session = useSession()
  const workspace = useApp(state => state.open?.design.workspace ?? null)
  const [chosen, setChosen] = useState(0)
  const [given, setGiven] = useState<WireAnswers>({})
  const [one, other] = [workspace?.object(from), workspace?.object(to)]
  const offer = offers[chosen]
  if (!one || !other || !offer) return null

  const close = () => {
    closeDialog(session)
    session.parts.canvas?.focus()
  }
  const accept = (accepted: Offer) => {
    closeDialog(session)
    wire(session, accepted, answersFor(accepted, given))
    session.parts.canvas?.focus()
  }
  return (
    <Popover.Root open onOpenChange={open => !open && close()}>
      <Popover.Anchor asChild>
        <span className={css.anchor} style={{ left: at.clientX, top: at.clientY }} />
      </Popover.Anchor>
      <Popover.Portal>
        <Popover.Content
          className={css.popover}
          align="start"
          sideOffset={4}
          collisionPadding={12}
          aria-label={`Connect ${titleOf(one)} to ${titleOf(other)}`}
          onOpenAutoFocus={event => event.preventDefault()}
        >
          <p className={css.title}>
            Wire <b>{titleOf(one)}</b> to <b>{titleOf(other)}</b>
          </p>
          <OfferList offers={offers} chosen={chosen} onChoose={setChosen} onAccept={accept} />
          <AskForm
            key={chosen}
            offer={offer}
            answers={answersFor(offer, given)}
            onAnswer={(key, answer) => setGiven({ ...given, [key]: answer })}
            onAccept={() => accept(offer)}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

type OfferListProps = {
  readonly offers: readonly Offer[]
  readonly chosen: number
  readonly onChoose: (n: number) => void
  readonly onAccept: (offer: Offer) => void
}

/** A click takes an offer that asks nothing; one that asks is chosen first, so that its questions are seen. */
function OfferList({ offers, chosen, onChoose, onAccept }: OfferListProps) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => list.current?.focus(), [])
  const onKeyDown = (event: KeyboardEvent) => {
    const offer = offers[chosen]
    if (event.key === 'ArrowDown') onChoose((chosen + 1) % offers.length)
    else if (event.key === 'ArrowUp') onChoose((chosen + offers.length - 1) % offers.length)
    else if (event.key === 'Home') onChoose(0)
    else if (event.key === 'End') onChoose(offers.length - 1)
    else if (event.key === 'Enter' && offer) onAccept(offer)
    else return
    event.preventDefault()
  }
  const click = (offer: Offer, n: number) => {
    if (offer.offer.asks.length === 0 || n === chosen) onAccept(offer)
    else onChoose(n)
  }
  return (
    <div
      ref={list}
      role="listbox"
      aria-label="Connect as"
      tabIndex={0}
      aria-activedescendant={`offer-${chosen}`}
      className={css.offers}
      onKeyDown={onKeyDown}
    >
      {offers.map((offer, n) => (
        <div
          key={n}
          id={`offer-${n}`}
          role="option"
          aria-selected={n === chosen}
          aria-label={offer.offer.says}
          className={classes(css.offer, n === chosen && css.chosen)}
          onClick={() => click(offer, n)}
        >
          <span className={css.mark} data-group={offer.offer.group} />
          <span>
            <span className={css.what}>{offer.offer.label}</span>
            <span className={css.says}>{offer.offer.says}</span>
          </span>
        </div>
      ))}
    </div>
  )
}

type AskFormProps = {
  readonly offer: Offer
  readonly answers: WireAnswers
  readonly onAnswer: (key: string, answer: string) => void
  readonly onAccept: () => void
}

function AskForm({ offer, answers, onAnswer, onAccept }: AskFormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onAccept()
  }
  return (
    <form className={css.form} onSubmit={submit}>
      {offer.offer.asks.map(ask => (
        <div key={ask.key} className={css.ask}>
          <label className={css.label} htmlFor={`ask-${ask.key}`}>
            {ask.label}
          </label>
          <Answer ask={ask} answer={answers[ask.key] ?? ask.default} onAnswer={answer => onAnswer(ask.key, answer)} />
        </div>
      ))}
      <div className={css.actions}>
        <Button look="primary" size="s" type="submit">
          Connect
        </Button>
      </div>
    </form>
  )
}

type AnswerProps = { readonly ask: WireAsk; readonly answer: string; readonly onAnswer: (answer: string) => void }
const FEW = 3

function Answer({ ask, answer, onAnswer }: AnswerProps) {
  const { choices } = ask
  if (!choices)
    return <Field id={`ask-${ask.key}`} size="s" code value={answer} onChange={event => onAnswer(event.target.value)} />
  if (choices.length <= FEW && choices.join('').length < 28)
    return (
      <Segmented
        label={ask.label}
        value={answer}
        choices={choices.map(choice => ({ value: choice, label: choice }))}
        onChange={onAnswer}
      />
    )
  return (
    <Choice id={`ask-${ask.key}`} size="s" value={answer} onChange={event => onAnswer(event.target.value)}>
      {choices.map(choice => (
        <option key={choice} value={choice}>
          {choice}
        </option>
      ))}
    </Choice>
  )
}

function answersFor({ offer }: Offer, given: WireAnswers): WireAnswers {
  return Object.fromEntries(
    offer.asks.map(ask => {
      const answer = given[ask.key]
      const fits = answer !== undefined && (ask.choices === null || ask.choices.includes(answer))
      return [ask.key, fits ? answer : ask.default]
    }),
  )
}
