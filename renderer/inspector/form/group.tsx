import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { Icon } from '../../ui/icon'
import { Described, RemoveButton } from './field-row'
import { useComplaint, useForm } from './form'
import css from './form.module.css'

type GroupProps = {
  readonly path: string
  readonly label: string
  readonly description?: string | undefined
  readonly required: boolean
  /** Whether there is something to take out. */
  readonly isSet: boolean
  readonly summary: string
  /** Further buttons in the head. */
  readonly actions?: ReactNode
  readonly startsFolded?: boolean
  readonly children: ReactNode
}

/** Fields with the same parent, under its name. It folds. */
export function Group(props: GroupProps) {
  const { path, label, description, required, isSet, summary, actions, startsFolded = false, children } = props
  const form = useForm()
  const [isOpen, setOpen] = useState(!startsFolded)
  const [refusal, setRefusal] = useState<string | null>(null)
  const id = useId()
  const complaint = useComplaint(path) ?? refusal
  return (
    <div role="group" aria-label={label} className={css.group} data-field={path}>
      <div className={css.groupHead}>
        <Described by={description}>
          <button
            type="button"
            id={id}
            className={css.groupFold}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            <Icon name={isOpen ? 'i-chevron-down' : 'i-chevron-right'} size="s" />
            <span className={css.groupLabel}>
              {label}
              {required && <span className={css.required}> *</span>}
            </span>
            {!isOpen && summary !== '' && <span className={css.summary}>{summary}</span>}
          </button>
        </Described>
        {actions}
        {isSet && !form.readOnly && !required && (
          <RemoveButton describedBy={id} onClick={() => setRefusal(form.set(path, undefined))} />
        )}
      </div>
      {complaint && <p className={css.complaint}>{complaint}</p>}
      {form.showsHelp && description && <p className={css.help}>{description}</p>}
      {isOpen && <div className={css.groupBody}>{children}</div>}
    </div>
  )
}
