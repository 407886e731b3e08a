import { formatPointer } from '../../../shared/yaml/pointer'
import { Icon } from '../../ui/icon'
import { useForm } from './form'
import css from './form.module.css'

type ItemActionsProps = {
  /** Of the list. */
  readonly path: readonly string[]
  readonly index: number
  readonly size: number
  readonly title: string
}

/** Renames an item of a list everywhere, moves it, or takes it out. The last one takes its list along. */
export function ItemActions({ path, index, size, title }: ItemActionsProps) {
  const form = useForm()
  if (form.readOnly) return null
  const place = formatPointer([...path, String(index)])
  const move = (to: number) =>
    form.patch([{ op: 'move', from: place, path: formatPointer([...path, String(to)]) }], `Move ${title}`)
  const rename = form.renameAt([...path, String(index), 'name'])
  const remove = () => (size === 1 ? form.set(formatPointer(path), undefined) : form.set(place, undefined))
  return (
    <span className={css.actions}>
      {rename && (
        <button type="button" aria-label="Rename everywhere" title={`Rename ${title} everywhere`} onClick={rename}>
          <Icon name="i-pencil" size="s" />
        </button>
      )}
      {size > 1 && (
        <>
          <button
            type="button"
            aria-label="Move up"
            title="Move up"
            disabled={index === 0}
            onClick={() => move(index - 1)}
          >
            <Icon name="i-chevron-up" size="s" />
          </button>
          <button
            type="button"
            aria-label="Move down"
            title="Move down"
            disabled={index === size - 1}
            onClick={() => move(index + 1)}
          >
            <Icon name="i-chevron-down" size="s" />
          </button>
        </>
      )}
      <button type="button" aria-label="Remove" title={`Remove ${title}`} onClick={remove}>
        <Icon name="i-x" size="s" />
      </button>
    </span>
  )
}
