import { openDialog, chooseTheme, isPanelOn, setPanel } from '../store/view'
import { useApp, useSession } from '../store/session'
import type { View } from '../store/state'
import { showView } from '../store/views'
import type { SavedView } from '../../shared/workspace/layout-marks'
import { ClusterMenu } from '../cluster/cluster-menu'
import { Button } from '../ui/button'
import { Brand, Icon } from '../ui/icon'
import { Keys } from '../ui/keys'
import { Menu, MenuCheck, MenuChoice, MenuItem, MenuRule, MenuTitle } from '../ui/menu'
import { CommandButton, CommandIcon, CommandItem } from './command-button'
import css from './bar.module.css'

/** The top of the window: what is open, steps back and forth, and the way to every command. */
export function Bar() {
  return (
    <header className={css.bar} data-region="bar">
      <div className={css.left}>
        <Brand />
        <Heading />
        <WorkspaceMenu />
        <span className={css.rule} />
        <CommandIcon id="undo" />
        <CommandIcon id="redo" />
        <CommandIcon id="save" />
      </div>
      <CommandField />
      <div className={css.right}>
        <CommandButton id="arrange" className={css.label} />
        <ViewMenu />
        <CommandButton id="export" className={css.label} />
        <ClusterMenu />
        <CommandButton id="apply" look="primary" />
      </div>
    </header>
  )
}

/** The page's heading, for those who go by headings: the menu beside it shows the same name. */
function Heading() {
  const name = useApp(state => state.open?.name ?? '')
  return <h1 className={css.heading}>{name}</h1>
}

function WorkspaceMenu() {
  const name = useApp(state => state.open?.name ?? '')
  return (
    <Menu
      trigger={
        <Button aria-label={`Workspace ${name}`} className={css.workspace}>
          <span className={css.name}>{name}</span>
          <Icon name="i-chevron-down" size="s" />
        </Button>
      }
    >
      <CommandItem id="open-folder" />
      <CommandItem id="new-design" />
      <MenuRule />
      <CommandItem id="save" />
      <CommandItem id="export" />
      <CommandItem id="copy-picture" />
      <MenuRule />
      <CommandItem id="close-design" />
    </Menu>
  )
}

function CommandField() {
  const session = useSession()
  return (
    <button
      type="button"
      className={css.command}
      aria-label="Search or run a command"
      onClick={() => openDialog(session, { type: 'commands' })}
    >
      <Icon name="i-search" />
      <span className={css.placeholder}>Search or run a command</span>
      <Keys of="Ctrl K" />
    </button>
  )
}

const THEMES: readonly { readonly value: View['theme']; readonly label: string }[] = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

const NO_VIEWS: ReadonlyMap<string, SavedView> = new Map()

function KeptViews() {
  const session = useSession()
  const views = useApp(state => state.open?.design.workspace.layout.marks.views ?? NO_VIEWS)
  return [...views.keys()].toSorted().map(name => (
    <MenuItem key={name} onChoose={() => showView(session, name)}>
      {name}
    </MenuItem>
  ))
}

function ViewMenu() {
  const session = useSession()
  const view = useApp(state => state.view)
  return (
    <Menu
      align="end"
      trigger={
        <Button icon="i-eye" aria-label="View">
          <span className={css.label}>View</span>
          <Icon name="i-chevron-down" size="s" />
        </Button>
      }
    >
      <MenuTitle>Theme</MenuTitle>
      <MenuChoice
        value={view.theme}
        choices={THEMES}
        onChange={value => {
          const theme = THEMES.find(choice => choice.value === value)
          if (theme) chooseTheme(session, theme.value)
        }}
      />
      <MenuRule />
      <MenuCheck on={isPanelOn(view, 'panel', true)} onChange={on => setPanel(session, 'panel', on)}>
        Inspector and YAML
      </MenuCheck>
      <MenuCheck on={isPanelOn(view, 'problems', false)} onChange={on => setPanel(session, 'problems', on)}>
        Problems
      </MenuCheck>
      <MenuRule />
      <KeptViews />
      <CommandItem id="views" />
      <MenuRule />
      <CommandItem id="minimap" />
      <CommandItem id="zoom-100" />
      <CommandItem id="zoom-selection" />
      <MenuRule />
      <CommandItem id="keys" />
    </Menu>
  )
}
