import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { containersOf } from '../../../shared/kinds/containers'
import type { ContainerRole } from '../../../shared/kinds/containers'
import { schemaAt } from '../../../shared/kinds/schemas/walk'
import type { Schema } from '../../../shared/kinds/schemas/schema'
import { listAt, textAt } from '../../../shared/yaml/plain'
import type { PlainMap } from '../../../shared/yaml/plain'
import { formatPointer } from '../../../shared/yaml/pointer'
import { IconButton } from '../../ui/button'
import { Menu, MenuItem } from '../../ui/menu'
import { Section } from '../section'
import { ANYTHING } from './field-shape'
import { useForm } from './form'
import css from './form.module.css'
import { ItemActions } from './item-actions'
import { newItem } from './new-item'
import { ObjectFields } from './object-fields'

type ContainersProps = {
  /** Of the pod's spec. */
  readonly path: readonly string[]
  readonly schema: Schema
  readonly podSpec: PlainMap
}

const roleWords: Readonly<Record<ContainerRole, string>> = {
  container: 'Container',
  init: 'Init container',
  sidecar: 'Sidecar',
  ephemeral: 'Ephemeral container',
}

/** The containers of a pod, a tab each, those that do its work first. */
export function ContainersSection({ path, schema, podSpec }: ContainersProps) {
  const form = useForm()
  const found = containersOf(podSpec)
  const tabs = [...found.filter(each => each.role === 'container'), ...found.filter(each => each.role !== 'container')]
  const [chosen, setChosen] = useState('containers/0')
  const shown = tabs.find(each => each.path.join('/') === chosen) ?? tabs[0]

  const add = (list: 'containers' | 'initContainers') => {
    const items = schemaAt(form.definitions, schema, [list, '0'])?.schema ?? ANYTHING
    const before = listAt(podSpec, list)
    // Names are one set for all containers of a pod.
    const all = [...listAt(podSpec, 'initContainers'), ...listAt(podSpec, 'containers')]
    const refused = form.append([...path, list], before.length, newItem(list, items, form.definitions, all))
    if (refused === null) setChosen(`${list}/${before.length}`)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const next = shown && tabs[tabs.indexOf(shown) + by]
    if (by === 0 || !next) return
    event.preventDefault()
    setChosen(next.path.join('/'))
    event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')[tabs.indexOf(next)]?.focus()
  }
  const place = shown && [...path, ...shown.path]
  const list = shown?.path[0] ?? 'containers'
  const name = (shown && textAt(shown.container, 'name')) ?? ''
  return (
    <Section
      title="Containers"
      actions={
        <>
          <span role="tablist" aria-label="Containers" className={css.tabs} onKeyDown={onKeyDown}>
            {tabs.map(each => (
              <button
                key={each.path.join('/')}
                type="button"
                role="tab"
                aria-selected={each === shown}
                tabIndex={each === shown ? 0 : -1}
                title={roleWords[each.role]}
                onClick={() => setChosen(each.path.join('/'))}
              >
                {textAt(each.container, 'name') ?? String(Number(each.path[1]) + 1)}
              </button>
            ))}
          </span>
          {!form.readOnly && (
            <Menu align="end" trigger={<IconButton icon="i-plus" label="Add a container" size="s" />}>
              <MenuItem onChoose={() => add('containers')}>Container</MenuItem>
              <MenuItem onChoose={() => add('initContainers')}>Init container</MenuItem>
            </Menu>
          )}
        </>
      }
    >
      {shown && place && (
        <div role="tabpanel" aria-label={name === '' ? 'Container' : name}>
          <div role="group" aria-label={`${list} ${name}`} key={place.join('/')} data-field={formatPointer(place)}>
            <div className={css.containerHead}>
              <span>{roleWords[shown.role]}</span>
              <ItemActions
                path={[...path, list]}
                index={Number(shown.path[1])}
                size={listAt(podSpec, list).length}
                title={name}
              />
            </div>
            <ObjectFields
              path={place}
              schema={schemaAt(form.definitions, schema, [...shown.path])?.schema ?? ANYTHING}
              value={shown.container}
            />
          </div>
        </div>
      )}
    </Section>
  )
}
