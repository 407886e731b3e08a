import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { classes } from '../../ui/classes'
import { Icon } from '../../ui/icon'
import { takeFocus } from '../canvas-actions'
import { update, useCanvas, useCanvasStore } from '../canvas-store'
import type { SceneCard } from '../../../shared/picture/scene'
import { toScreen } from '../view'
import css from './connect-list.module.css'

/** So many are listed at once; typing narrows them down. */
const MOST = 200
const WIDTH = 280
const HEIGHT = 320
const MARGIN = 8

/** The list "Connect to" of the card whose wire is drawn with the keyboard: everything that can take it. */
export function ConnectList() {
  const from = useCanvas(state => (state.connectingFrom === null ? null : state.scene.card(state.connectingFrom)))
  return from && <OpenList key={from.id} from={from} />
}

function OpenList({ from }: { readonly from: SceneCard }) {
  const store = useCanvasStore()
  const scene = useCanvas(state => state.scene)
  const targetsOf = useCanvas(state => state.props.targetsOf)
  const corner = useCanvas(cornerOf)
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const targets = useMemo(() => {
    const ids = targetsOf(from.id)
    return scene.cards.filter(card => ids.has(card.id) && card.id !== from.id).sort((a, b) => byUse(from, a, b))
  }, [targetsOf, from, scene])
  const found = targets.filter(card => card.label.toLowerCase().includes(typed.toLowerCase())).slice(0, MOST)
  const at = Math.min(active, found.length - 1)

  useEffect(() => input.current?.focus({ preventScroll: true }), [])
  useEffect(() => {
    panel.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [at])

  const close = () => {
    update(store, { connectingFrom: null })
    takeFocus(store, from.id)
  }
  const choose = (to: SceneCard) => {
    const box = panel.current!.getBoundingClientRect()
    close()
    store.getState().props.onWire(from.id, to.id, { clientX: box.left, clientY: box.top })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = found[at]
    if (event.key === 'Escape' || event.key === 'Tab') close()
    else if (event.key === 'ArrowDown') setActive(Math.min(at + 1, found.length - 1))
    else if (event.key === 'ArrowUp') setActive(Math.max(at - 1, 0))
    else if (event.key === 'Enter' && chosen) choose(chosen)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      ref={panel}
      className={css.panel}
      style={{ left: corner.x, top: corner.y, width: WIDTH, maxHeight: HEIGHT }}
      data-canvas-chrome
      data-canvas-scrolls
      onKeyDown={onKeyDown}
      onBlur={event => !event.currentTarget.contains(event.relatedTarget) && update(store, { connectingFrom: null })}
    >
      <label className={css.field}>
        <Icon name="i-link" />
        <input
          ref={input}
          role="combobox"
          aria-expanded="true"
          aria-controls="canvas-connect-list"
          aria-activedescendant={found[at] && optionId(at)}
          aria-label={`Connect ${from.label} to`}
          placeholder={`Connect ${from.label} to…`}
          value={typed}
          onChange={event => {
            setTyped(event.target.value)
            setActive(0)
          }}
        />
      </label>
      <div id="canvas-connect-list" role="listbox" aria-label="Connect to" className={css.list}>
        {found.map((card, i) => (
          <div
            key={card.id}
            id={optionId(i)}
            role="option"
            aria-label={card.label}
            aria-selected={i === at}
            className={classes(css.option, i === at && css.active)}
            onPointerMove={() => setActive(i)}
            onMouseDown={event => event.preventDefault()}
            onClick={() => choose(card)}
          >
            <Icon name={card.content.row.icon} family={card.content.row.family} />
            <span className={css.name}>{card.label}</span>
            {card.namespace !== from.namespace && <span className={css.namespace}>{card.namespace ?? 'cluster'}</span>}
          </div>
        ))}
      </div>
      {found.length === 0 && <p className={css.none}>{noneSentence(from, typed)}</p>}
    </div>
  )
}

function noneSentence(from: SceneCard, typed: string): string {
  return typed === ''
    ? `Nothing in this design can be connected with ${from.label}.`
    : `Nothing that ${from.label} can be connected with has this name.`
}

function optionId(i: number): string {
  return `canvas-connect-${i}`
}

/** The same namespace first, then the nearest in the picture's columns; names break ties. */
function byUse(from: SceneCard, a: SceneCard, b: SceneCard): number {
  const outside = (card: SceneCard) => (card.namespace === from.namespace ? 0 : 1)
  return outside(a) - outside(b) || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0)
}

type Corner = { readonly x: number; readonly y: number }
let lastCorner: Corner = { x: 0, y: 0 }

/** Beside the card, inside the canvas. The same object while it is the same corner, as the store's readers need. */
function cornerOf({ scene, connectingFrom, view, size }: Parameters<Parameters<typeof useCanvas>[0]>[0]): Corner {
  const card = connectingFrom === null ? null : scene.card(connectingFrom)
  if (!card) return lastCorner
  const { rect } = card
  const beside = toScreen(view, { x: rect.x + rect.width, y: rect.y })
  const x = Math.round(Math.max(MARGIN, Math.min(beside.x + MARGIN, size.width - WIDTH - MARGIN)))
  const y = Math.round(Math.max(MARGIN, Math.min(beside.y, size.height - HEIGHT - MARGIN)))
  if (lastCorner.x !== x || lastCorner.y !== y) lastCorner = { x, y }
  return lastCorner
}
