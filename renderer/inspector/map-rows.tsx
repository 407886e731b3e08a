import { useState } from 'react'
import { isMap } from '../../shared/yaml/plain'
import type { PlainValue } from '../../shared/yaml/plain'
import { Icon } from '../ui/icon'
import { DraftField } from '../ui/field'
import css from './map-rows.module.css'

type MapRowsProps = {
  readonly label: string
  readonly value: PlainValue | undefined
  readonly readOnly: boolean
  readonly onChangeEntry: (key: string, value: PlainValue | undefined) => void
}

/** A map of texts, an entry a row. A value of several lines is shown by its first and edited in the YAML. */
export function MapRows({ label, value, readOnly, onChangeEntry }: MapRowsProps) {
  const entries = isMap(value) ? Object.entries(value) : []
  return (
    <div role="group" aria-label={label} className={css.map}>
      <span className={css.title}>{label}</span>
      <div className={css.rows}>
        {entries.map(([key, entry]) => (
          <div key={key} className={css.row}>
            <span className={css.key} title={key}>
              {key}
            </span>
            <EntryValue name={key} value={entry} readOnly={readOnly} onChange={next => onChangeEntry(key, next)} />
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
