import { useId } from 'react'
import type { ReactNode } from 'react'
import { Hint } from '../../ui/hint'
import { Icon } from '../../ui/icon'
import css from './form.module.css'
import { useForm } from './form'

type FieldRowProps = {
  readonly label: string
  /** The control's id; none for a control that names itself. */
  readonly htmlFor?: string
  readonly required: boolean
  readonly description: string | undefined
  readonly complaint: string | null
  /** The id that the complaint and the help get, for the control to name. */
  readonly noteId: string
  /** Takes the field out; null where there is nothing to take out, or it may not be. */
  readonly onRemove: (() => void) | null
  readonly children: ReactNode
}

/** A label, the control that it labels, and what is to be said about it. */
export function FieldRow({
  label,
  htmlFor,
  required,
  description,
  complaint,
  noteId,
  onRemove,
  children,
}: FieldRowProps) {
  const { showsHelp } = useForm()
  const labelId = useId()
  const help = showsHelp ? description : undefined
  const name = (
    <>
      {label}
      {required && (
        <span className={css.required} aria-hidden="true">
          {' *'}
        </span>
      )}
    </>
  )
  return (
    <div className={css.row}>
      <Described by={description}>
        {htmlFor === undefined ? (
          <span id={labelId} className={css.label}>
            {name}
          </span>
        ) : (
          <label id={labelId} className={css.label} htmlFor={htmlFor}>
            {name}
          </label>
        )}
      </Described>
      <div className={css.control}>
        {children}
        {onRemove && <RemoveButton describedBy={labelId} onClick={onRemove} />}
      </div>
      {(complaint ?? help) !== undefined && (
        <p id={noteId} className={complaint ? css.complaint : css.help}>
          {complaint ?? help}
        </p>
      )}
    </div>
  )
}

/** What a field is for, when the pointer rests on its name. */
export function Described({ by, children }: { readonly by: string | undefined; readonly children: ReactNode }) {
  return by === undefined ? children : <Hint says={inShort(by)}>{children}</Hint>
}

/** A button that takes out what `describedBy` names. Its own name is without the field's, which belongs to the control. */
export function RemoveButton({ describedBy, onClick }: { readonly describedBy: string; readonly onClick: () => void }) {
  return (
    <button
      type="button"
      className={css.remove}
      aria-label="Remove"
      aria-describedby={describedBy}
      title="Remove"
      onClick={onClick}
    >
      <Icon name="i-x" size="s" />
    </button>
  )
}

const LONGEST_HINT = 320

function inShort(description: string): string {
  if (description.length <= LONGEST_HINT) return description
  return `${description.slice(0, description.lastIndexOf(' ', LONGEST_HINT))} …`
}
