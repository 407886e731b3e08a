import { memo } from 'react'
import type { Schema } from '../../../shared/kinds/schemas/schema'
import { childSchema } from '../../../shared/kinds/schemas/walk'
import { isMap } from '../../../shared/yaml/plain'
import type { PlainValue } from '../../../shared/yaml/plain'
import { formatPointer } from '../../../shared/yaml/pointer'
import { Icon } from '../../ui/icon'
import { Cell } from './cell'
import { ANYTHING, isStructure, shapeOf } from './field-shape'
import { useForm } from './form'
import css from './form.module.css'
import { Group } from './group'
import { ItemActions } from './item-actions'
import { ItemRow } from './item-row'
import { columnsOf } from './item-columns'
import { itemTitle } from './item-title'
import { newItem } from './new-item'
import { Structure, summaryOf } from './value-field'
import { VolumeItem } from './volume-item'

type ListFieldProps = {
  readonly path: readonly string[]
  /** The schema of the list itself. */
  readonly list: Schema
  readonly value: readonly PlainValue[]
}

/** The items of a list: each value in a row, each map in a row or a group under its name, and one more. */
export function ListField({ path, list, value }: ListFieldProps) {
  const form = useForm()
  const key = path.at(-1) ?? ''
  const items = childSchema(form.definitions, list, '0')?.schema ?? ANYTHING
  return (
    <div className={css.fields}>
      {value.map((item, index) => (
        <Item key={index} path={path} list={list} items={items} item={item} index={index} size={value.length} />
      ))}
      {!form.readOnly && (
        <button
          type="button"
          className={css.addItem}
          onClick={() => form.append(path, value.length, newItem(key, items, form.definitions, value))}
        >
          <Icon name="i-plus" size="s" />
          Add
        </button>
      )}
    </div>
  )
}

type ItemProps = Omit<ListFieldProps, 'value'> & {
  readonly items: Schema
  readonly item: PlainValue
  readonly index: number
  readonly size: number
}

/** Items of a longer list start folded. */
const SHOWN_OPEN = 4

/** Drawn again only when the item, its place or what is known of it differs: a list may have hundreds. */
const Item = memo(function Item({ path, list, items, item, index, size }: ItemProps) {
  const key = path.at(-1) ?? ''
  const place = [...path, String(index)]
  const pointer = formatPointer(place)
  const title = `${key} ${itemTitle(list, item, index)}`
  const shape = shapeOf(items, item, null)
  const actions = <ItemActions path={path} index={index} size={size} title={title} />
  if (!isStructure(shape))
    return (
      <div className={css.cells} data-field={pointer}>
        <span className={css.wide}>
          <Cell path={pointer} label={title} schema={items} value={item} keepsEmpty />
        </span>
        {actions}
      </div>
    )
  const startsFolded = size > SHOWN_OPEN
  if (key === 'volumes' && items.properties?.persistentVolumeClaim && isMap(item))
    return (
      <VolumeItem
        path={place}
        title={title}
        schema={items}
        volume={item}
        actions={actions}
        startsFolded={startsFolded}
      />
    )
  const columns = columnsOf(key, items, item)
  if (columns)
    return <ItemRow path={place} title={title} items={items} item={item} columns={columns} actions={actions} />
  return (
    <Group
      path={pointer}
      label={title}
      required={false}
      isSet={false}
      summary={summaryOf(item)}
      actions={actions}
      startsFolded={startsFolded}
    >
      <Structure path={place} field={{ schema: items, required: false, freeKey: false }} value={item} shape={shape} />
    </Group>
  )
}, isSameItem)

function isSameItem({ path, ...before }: ItemProps, { path: now, ...after }: ItemProps): boolean {
  if (formatPointer(path) !== formatPointer(now)) return false
  return (['list', 'items', 'item', 'index', 'size'] as const).every(key => before[key] === after[key])
}
