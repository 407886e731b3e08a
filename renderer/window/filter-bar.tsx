import { useMemo } from 'react'
import { families } from '../../shared/kinds/families'
import type { RelationGroup } from '../../shared/relations/relation'
import type { KubeObject } from '../../shared/workspace/kube-object'
import { useApp, useSession } from '../store/session'
import { setFilter, toggled } from '../store/view'
import { Button } from '../ui/button'
import { classes } from '../ui/classes'
import { Field } from '../ui/field'
import { Hint } from '../ui/hint'
import { Icon } from '../ui/icon'
import { Keys } from '../ui/keys'
import { Menu, MenuCheck, MenuChoice } from '../ui/menu'
import css from './filter-bar.module.css'

const GROUPS: readonly { readonly group: RelationGroup; readonly label: string }[] = [
  { group: 'traffic', label: 'Traffic' },
  { group: 'config', label: 'Configuration' },
  { group: 'storage', label: 'Storage' },
  { group: 'access', label: 'Access' },
  { group: 'policy', label: 'Policy and scaling' },
  { group: 'mesh', label: 'Mesh' },
  { group: 'delivery', label: 'Delivery' },
  { group: 'other', label: 'Other' },
]
const ALL = ''
const NO_OBJECTS: readonly KubeObject[] = []

/** Which cards and lines the canvas shows; the family toggles are also its legend. */
export function FilterBar() {
  const session = useSession()
  const text = useApp(state => state.filter.text)
  return (
    <div className={css.bar} role="toolbar" aria-label="Filter" data-region="filter">
      <Field
        size="s"
        quiet
        icon="i-filter"
        className={css.field}
        placeholder="Filter cards"
        title="Words, or kind: name: ns: label: image: problem:, app=web; a minus in front turns one round"
        aria-label="Filter cards"
        value={text}
        after={text === '' && <Keys of="F" />}
        onChange={event => setFilter(session, { text: event.target.value })}
        onKeyDown={event => {
          if (event.key !== 'Escape' && event.key !== 'Enter') return
          if (event.key === 'Escape') setFilter(session, { text: '' })
          session.parts.canvas?.focus()
        }}
      />
      <FamilyToggles />
      <NamespaceMenu />
      <RelationsMenu />
      <ProblemsOnly />
    </div>
  )
}

function FamilyToggles() {
  const session = useSession()
  const hidden = useApp(state => state.filter.hiddenFamilies)
  return (
    <div className={css.toggles}>
      {families.map(({ family, label, icon }) => (
        <Hint key={family} says={hidden.has(family) ? `${label}: hidden` : label}>
          <button
            type="button"
            className={classes(css.toggle, hidden.has(family) && css.off)}
            data-family={family}
            aria-label={label}
            aria-pressed={!hidden.has(family)}
            onClick={() => setFilter(session, { hiddenFamilies: toggled(hidden, family) })}
          >
            <Icon name={icon} />
          </button>
        </Hint>
      ))}
    </div>
  )
}

function NamespaceMenu() {
  const session = useSession()
  const objects = useApp(state => state.open?.design.workspace.objects ?? NO_OBJECTS)
  const namespace = useApp(state => state.filter.namespace)
  const namespaces = useMemo(
    () => [...new Set(objects.flatMap(object => (object.namespace === null ? [] : [object.namespace])))].toSorted(),
    [objects],
  )
  const choices = [{ value: ALL, label: 'All namespaces' }, ...namespaces.map(name => ({ value: name, label: name }))]
  return (
    <Menu
      align="end"
      trigger={
        <Button size="s" className={css.push}>
          <span className={css.namespace}>{namespace ?? 'All namespaces'}</span>
          <Icon name="i-chevron-down" size="s" />
        </Button>
      }
    >
      <MenuChoice
        value={namespace ?? ALL}
        choices={choices}
        onChange={value => setFilter(session, { namespace: value === ALL ? null : value })}
      />
    </Menu>
  )
}

function RelationsMenu() {
  const session = useSession()
  const hidden = useApp(state => state.filter.hiddenGroups)
  return (
    <Menu
      align="end"
      trigger={
        <Button size="s" on={hidden.size > 0}>
          Relations
          <Icon name="i-chevron-down" size="s" />
        </Button>
      }
    >
      {GROUPS.map(({ group, label }) => (
        <MenuCheck
          key={group}
          on={!hidden.has(group)}
          onChange={() => setFilter(session, { hiddenGroups: toggled(hidden, group) })}
        >
          {label}
        </MenuCheck>
      ))}
    </Menu>
  )
}

function ProblemsOnly() {
  const session = useSession()
  const on = useApp(state => state.filter.problemsOnly)
  return (
    <Hint says="Problems only">
      <Button
        size="s"
        icon="i-warning"
        on={on}
        aria-pressed={on}
        aria-label="Problems only"
        onClick={() => setFilter(session, { problemsOnly: !on })}
      >
        <span className={css.wideOnly}>Problems only</span>
      </Button>
    </Hint>
  )
}
