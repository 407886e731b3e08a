import { memo, useEffect, useRef } from 'react'
import type { Problem } from '../../../shared/checks/problem'
import type { DiffMark } from '../../../shared/cluster/compare'
import type { LiveState } from '../../../shared/cluster/live/live-state'
import { classes } from '../../ui/classes'
import { Icon, KindTile } from '../../ui/icon'
import { useCanvas, type CanvasState } from '../canvas-store'
import type { Ghost, SceneCard } from '../../../shared/picture/scene'
import type { Level } from '../view'
import { Badge, problemSentence } from './badge'
import css from './card.module.css'
import { Handles } from './handles'

type CardProps = { readonly card: SceneCard; readonly level: Level }

/** One card. Where it is and how large is known from the scene; the states come from the store, a flag each. */
export const Card = memo(function Card({ card, level }: CardProps) {
  const element = useRef<HTMLDivElement>(null)
  const { id, rect, content, ghost, outside } = card
  const states = useCanvas(state => statesOf(state, card))
  const has = (state: string) => states.includes(` ${state} `)
  const isFocusStop = useCanvas(state => state.focused === id)
  const focusRequest = useCanvas(state => (state.hasFocus && state.focused === id ? state.focusRequest : 0))
  const movedBy = useCanvas(state =>
    state.gesture?.type === 'move' && state.gesture.cards.has(id) ? state.gesture.by : null,
  )
  const problems = useCanvas(state => state.props.problems.get(id) ?? NO_PROBLEMS)
  const mark = useCanvas(state => state.props.marks?.get(id))
  const live = useCanvas(state => state.props.live?.get(id))

  // A card that the keyboard reached before it was in the DOM takes the focus as it arrives.
  useEffect(() => {
    if (focusRequest > 0 && !hasFocusInside(element.current)) element.current?.focus({ preventScroll: true })
  }, [focusRequest])

  const descriptions = [
    ghost && 'not found',
    mark && MARK_WORDS[mark],
    live && `${live.state} ${live.text}, ${live.says}`,
    problemSentence(problems),
  ]
  return (
    <div
      ref={element}
      role="group"
      aria-label={card.label}
      aria-selected={(outside ?? card.collapsed) ? undefined : has('selected')}
      aria-expanded={card.collapsed ? false : undefined}
      aria-description={descriptions.filter(Boolean).join(', ') || undefined}
      tabIndex={isFocusStop ? 0 : -1}
      className={classes(
        css.card,
        ghost && css.ghost,
        outside && css.outside,
        card.collapsed && css.collapsed,
        problems.length > 0 && css.withBadge,
        ...classesOf(states),
      )}
      data-card={id}
      data-family={content.row.family}
      data-level={level}
      data-diff={mark}
      style={{
        left: rect.x + (movedBy?.x ?? 0),
        top: rect.y + (movedBy?.y ?? 0),
        height: rect.height,
      }}
    >
      {level === 'full' && <FullCard card={card} live={live} mark={mark} />}
      {level === 'compact' && (
        <>
          <KindTile icon={content.row.icon} family={content.row.family} />
          <span className={css.name}>{content.name}</span>
          {live && (
            <span className={css.liveDot} data-live={live.state}>
              <Icon name={`s-${live.state}`} />
            </span>
          )}
        </>
      )}
      {card.collapsed && level !== 'block' && <ExpandButton namespace={card.collapsed.namespace} />}
      {level === 'compact' && ghost && <CreateButton ghost={ghost} card={card} />}
      <Badge problems={problems} />
      {has('active') && card.object && level !== 'block' && <Handles label={card.label} id={id} />}
      {has('target') && <span className={css.dropHint}>Drop to choose how</span>}
    </div>
  )
})

type FullCardProps = {
  readonly card: SceneCard
  readonly live: LiveState | undefined
  readonly mark: DiffMark | undefined
}

function CreateButton({ ghost, card }: { readonly ghost: Ghost; readonly card: SceneCard }) {
  const onCreateMissing = useCanvas(state => (state.props.readOnly ? null : state.props.onCreateMissing))
  if (!onCreateMissing) return null
  return (
    <button
      type="button"
      className={css.create}
      data-create
      tabIndex={-1}
      onClick={() => onCreateMissing(ghost.relation, card.rect)}
    >
      Create
    </button>
  )
}

function ExpandButton({ namespace }: { readonly namespace: string }) {
  const onCollapse = useCanvas(state => (state.props.readOnly ? null : (state.props.onCollapse ?? null)))
  if (!onCollapse) return null
  return (
    <button
      type="button"
      className={css.expand}
      data-canvas-chrome
      tabIndex={-1}
      aria-label={`Expand namespace ${namespace}`}
      title="Expand"
      onClick={() => onCollapse([namespace], false)}
    >
      <Icon name="i-chevron-right" size="s" />
    </button>
  )
}

const MARK_WORDS = { add: 'Added', change: 'Changed', remove: 'Removed' } as const

function FullCard({ card, live, mark }: FullCardProps) {
  const { ghost } = card
  const { row, name, lines } = card.content
  return (
    <>
      <div className={css.header}>
        <KindTile icon={row.icon} family={row.family} />
        <span className={css.kind}>{row.kind}</span>
        {mark && <span className={css.diffWord}>{MARK_WORDS[mark]}</span>}
        {live && !mark && (
          <span className={css.live} data-live={live.state} title={live.says}>
            <Icon name={`s-${live.state}`} size="s" />
            {live.text}
          </span>
        )}
        <span className={css.name} title={name}>
          {name}
        </span>
      </div>
      <div className={css.lines} hidden={lines.length === 0}>
        {lines.map((line, i) => (
          <div key={i} className={css.line}>
            {line.glyph && (
              <span className={css.glyph}>
                <Icon name={GLYPHS[line.glyph]} size="s" />
              </span>
            )}
            <span title={line.text}>{line.text}</span>
            {ghost && <CreateButton ghost={ghost} card={card} />}
          </div>
        ))}
      </div>
    </>
  )
}

function hasFocusInside(element: HTMLElement | null): boolean {
  return element !== null && element.contains(document.activeElement)
}

const GLYPHS = { container: 'k-container', init: 'i-step', sidecar: 'k-sidecar' } as const
const NO_PROBLEMS: readonly Problem[] = []

/** A card's states as words between spaces: a string, so that a card whose states stay is not drawn again. */
function statesOf(state: CanvasState, { id, object, collapsed }: SceneCard): string {
  const { highlight, gesture, hovered, focused, hasFocus, refused } = state
  const selected =
    highlight.selected.has(id) || collapsed?.members.some(member => highlight.selected.has(member)) === true
  const wire = gesture?.type === 'wire' || gesture?.type === 'drop-kind' ? gesture : null
  const words = [
    selected && 'selected',
    selected && !collapsed && highlight.selected.size > 1 && 'several',
    !selected && highlight.related.has(id) && 'related',
    hovered === id && !gesture && 'hovered',
    refused === id && 'refused',
    gesture?.type === 'move' && gesture.cards.has(id) && 'dragged',
    wire && wire.over === id && wire.targets.has(id) && 'target',
    wire && wire.over !== id && wire.targets.has(id) && 'lit',
    wire?.type === 'wire' && wire.from !== id && !wire.targets.has(id) && 'faded',
    object &&
      !state.props.readOnly &&
      !wire &&
      (selected || hovered === id || (hasFocus && focused === id)) &&
      'active',
  ]
  return ` ${words.filter(Boolean).join(' ')} `
}

function classesOf(states: string): (string | undefined)[] {
  return states
    .trim()
    .split(' ')
    .map(word => css[word])
}
