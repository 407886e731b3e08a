import { useEffect, useState } from 'react'
import { isMap } from '../../shared/yaml/plain'
import type { PlainValue } from '../../shared/yaml/plain'
import { Icon } from '../ui/icon'
import { DraftField } from '../ui/field'
import css from './map-rows.module.css'

type MapRowsProps = {
  readonly label: string
  readonly value: PlainValue | undefined
  readonly readOnly: boolean
  /** Values are dots until they are asked for. */
  readonly isSecret: boolean
  readonly onChangeEntry: (key: string, value: PlainValue | undefined) => void
}

/** A map of texts, an entry a row. A value of several lines is shown by its first and edited in the YAML. */
export function MapRows({ label, value, readOnly, isSecret, onChangeEntry }: MapRowsProps) {
  const { isShown, show } = useShownForAWhile()
  const isHidden = isSecret && !isShown
  const entries = isMap(value) ? Object.entries(value) : []
  return (
    <div role="group" aria-label={label} className={css.map}>
      <span className={css.title}>
        {label}
        {isHidden && entries.length > 0 && (
          <button type="button" className={css.show} onClick={show}>
            Show values
          </button>
        )}
      </span>
      <div className={css.rows}>
        {entries.map(([key, entry]) => (
          <div key={key} className={css.row}>
            <span className={css.key} title={key}>
              {key}
            </span>
            {isHidden ? (
              <span className={css.long} role="img" aria-label={`${key} is hidden`}>
                ••••••••
              </span>
            ) : (
              <EntryValue name={key} value={entry} readOnly={readOnly} onChange={next => onChangeEntry(key, next)} />
            )}
            {!readOnly && (
              <button
                type="button"
                className={css.end}
                aria-label={`Remove ${key}`}
                onClick={() => onChangeEntry(key, undefined)}
              >
                <Icon name="i-x" size="s" />
              </button>
            )}
          </div>
        ))}
        {!readOnly && <NewEntry taken={entries.map(([key]) => key)} onAdd={key => onChangeEntry(key, '')} />}
      </div>
    </div>
  )
}

const SECONDS_SHOWN = 30

/** Secret values are seen for half a minute after they were asked for. */
function useShownForAWhile() {
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    if (!isShown) return
    const timer = setTimeout(() => setShown(false), SECONDS_SHOWN * 1000)
    return () => clearTimeout(timer)
  }, [isShown])
  return { isShown, show: () => setShown(true) }
}

type EntryValueProps = {
  readonly name: string
  readonly value: PlainValue
  readonly readOnly: boolean
  readonly onChange: (value: string) => void
}

function EntryValue({ name, value, readOnly, onChange }: EntryValueProps) {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const isOneLine = typeof value !== 'object' && !text.includes('\n')
  if (!isOneLine)
    return (
      <span className={css.long} title="Change it in the YAML">
        {text.split('\n')[0]}…
      </span>
    )
  return (
    <DraftField size="s" className={css.value} aria-label={name} value={text} disabled={readOnly} onCommit={onChange} />
  )
}

function NewEntry({ taken, onAdd }: { readonly taken: readonly string[]; readonly onAdd: (key: string) => void }) {
  const [key, setKey] = useState('')
  const isTaken = taken.includes(key.trim())
  const add = () => {
    if (key.trim() === '' || isTaken) return
    onAdd(key.trim())
    setKey('')
  }
  return (
    <div className={css.row}>
      <input
        className={css.newKey}
        aria-label="New key"
        placeholder="New key"
        aria-invalid={isTaken || undefined}
        value={key}
        onChange={event => setKey(event.target.value)}
        onKeyDown={event => event.key === 'Enter' && add()}
        onBlur={add}
      />
    </div>
  )
}
