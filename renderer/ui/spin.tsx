import { useRef, useState } from 'react'
import type { KeyboardEvent, PointerEvent } from 'react'
import { classes } from './classes'
import css from './spin.module.css'

type SpinProps = {
  readonly value: number
  readonly label: string
  readonly least: number
  readonly most: number
  readonly onChange: (value: number) => void
  readonly className?: string | undefined
}

/** Pixels of a drag for one step. */
const STEP_WIDTH = 4
/** A press that moves less is no drag: the number is to be typed over. */
const DRAG_FROM = 3
const LARGE_STEP = 10

/** A whole number: typed, by arrow keys (with Shift in tens), or dragged sideways. */
export function Spin({ value, label, least, most, onChange, className }: SpinProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const drag = useRef<{ readonly x: number; readonly value: number; begun: boolean } | null>(null)
  const set = (wanted: number) => {
    setTyped(null)
    const next = Math.min(most, Math.max(least, Math.round(wanted)))
    if (next !== value) onChange(next)
  }
  const settle = () => {
    if (typed === null) return
    if (/^\d+$/.test(typed.trim())) set(Number(typed))
    else setTyped(null)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      event.stopPropagation()
      set(value + step * (event.shiftKey ? LARGE_STEP : 1))
    } else if (event.key === 'Enter') settle()
    else if (event.key === 'Escape' && typed !== null) {
      event.stopPropagation()
      setTyped(null)
    }
  }
  const onPointerMove = (event: PointerEvent<HTMLInputElement>) => {
    const { current } = drag
    if (!current) return
    const by = event.clientX - current.x
    if (!current.begun && Math.abs(by) < DRAG_FROM) return
    current.begun = true
    set(current.value + by / STEP_WIDTH)
  }
  return (
    <input
      role="spinbutton"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={least}
      aria-valuemax={most}
      inputMode="numeric"
      autoComplete="off"
      className={classes(css.spin, className)}
      style={{ width: `${String(typed ?? value).length + 1.5}ch` }}
      value={typed ?? String(value)}
      onChange={event => setTyped(event.target.value)}
      onFocus={event => event.target.select()}
      onBlur={settle}
      onKeyDown={onKeyDown}
      onPointerDown={event => {
        event.currentTarget.setPointerCapture(event.pointerId)
        drag.current = { x: event.clientX, value, begun: false }
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => (drag.current = null)}
      onPointerCancel={() => (drag.current = null)}
    />
  )
}
