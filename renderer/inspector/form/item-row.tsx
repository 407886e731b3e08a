import { useId, useState } from 'react'
import type { CSSProperties, ReactNode } from 'react'
import type { Schema } from '../../../shared/kinds/schemas/schema'
import { schemaAt } from '../../../shared/kinds/schemas/walk'
import { isMap, valueAt } from '../../../shared/yaml/plain'
import type { PlainValue } from '../../../shared/yaml/plain'
import { formatPointer } from '../../../shared/yaml/pointer'
import { Icon } from '../../ui/icon'
import { Cell } from './cell'
import { useComplaint, useForm } from './form'
import css from './form.module.css'
import type { Column } from './item-columns'
import { ObjectFields } from './object-fields'

type ItemRowProps = {
  readonly path: readonly string[]
  readonly title: string
  readonly items: Schema
  readonly item: PlainValue
  readonly columns: readonly Column[]
  readonly actions: ReactNode
}

/** An item in one row: its most used fields side by side; the others unfold below. */
export function ItemRow({ path, title, items, item, columns, actions }: ItemRowProps) {
  const { definitions } = useForm()
  const heads = new Set(columns.map(column => column.path[0] ?? ''))
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const complaint = useComplaint(formatPointer(path))
  const others = isMap(item) ? Object.keys(item).filter(key => !heads.has(key)) : []
  return (
    <div role="group" aria-label={title} className={css.itemRow} data-field={formatPointer(path)}>
      <div className={css.cells}>
        <button
          type="button"
          className={css.unfold}
          aria-label="All fields"
          title={others.length > 0 ? `Also ${others.join(', ')}` : 'All fields'}
          aria-expanded={isOpen}
          aria-controls={id}
          data-more={others.length > 0 || undefined}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name={isOpen ? 'i-chevron-down' : 'i-chevron-right'} size="s" />
        </button>
        {columns.map(({ path: place, width }) => (
          <span key={place.join('/')} className={css.cell} style={widthOf(width)}>
            <Cell
              path={formatPointer([...path, ...place])}
              label={place.at(-1) ?? ''}
              schema={schemaAt(definitions, items, place)?.schema ?? null}
              value={valueAt(item, place)}
              keepsEmpty={place.at(-1) === 'value'}
            />
          </span>
        ))}
        {actions}
      </div>
      {complaint && <p className={css.complaint}>{complaint}</p>}
      {isOpen && (
        <div id={id} className={css.groupBody}>
          <ObjectFields path={path} schema={items} value={isMap(item) ? item : {}} without={heads} />
        </div>
      )}
    </div>
  )
}

function widthOf(share: number): CSSProperties {
  return { flexGrow: share, flexBasis: 0 }
}
