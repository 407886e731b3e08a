import { Popover, Tabs } from 'radix-ui'
import type { ReactNode } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { KindsList } from '../palette/kinds-list'
import { useApp, useSession } from '../store/session'
import { hasUnsavedWork } from '../store/unsaved'
import { isPanelOn, setPanel } from '../store/view'
import { IconButton } from '../ui/button'
import { CommandIcon } from '../window/command-button'
import { FilesTree } from './files-tree'
import { OutlineTree } from './outline-tree'
import css from './rail.module.css'

/** The left side: kinds to draw with above, what there is below. */
export function Rail() {
  const session = useSession()
  const height = useApp(state => state.view.panels['rail-bottom'])
  return (
    <section className={css.rail} aria-label="Library and files" data-region="rail">
      <Group orientation="vertical" className={css.split}>
        <Panel id="kinds-panel" minSize={120}>
          <KindsList />
        </Panel>
        <Separator className={css.separator} aria-label="Height of the lists" />
        <Panel
          id="lists-panel"
          defaultSize={typeof height === 'number' ? height : 280}
          minSize={160}
          groupResizeBehavior="preserve-pixel-size"
          onResize={(size, _id, before) => before && setPanel(session, 'rail-bottom', Math.round(size.inPixels))}
        >
          <Lists />
        </Panel>
      </Group>
    </section>
  )
}

function Lists() {
  const session = useSession()
  const showsOutline = useApp(state => isPanelOn(state.view, 'outline', false))
  const hasUnsaved = useApp(state => hasUnsavedWork(state))
  return (
    <Tabs.Root
      className={css.lists}
      value={showsOutline ? 'outline' : 'files'}
      onValueChange={tab => setPanel(session, 'outline', tab === 'outline')}
    >
      <Tabs.List className={css.tabs}>
        <Tabs.Trigger value="outline" className={css.tab}>
          Outline
        </Tabs.Trigger>
        <Tabs.Trigger value="files" className={css.tab}>
          Files {hasUnsaved && <span className={css.dirty} title="There are unsaved changes" />}
        </Tabs.Trigger>
      </Tabs.List>
      {!showsOutline && (
        <span className={css.newFile}>
          <CommandIcon id="new-file" size="s" />
        </span>
      )}
      <Tabs.Content value="outline" className={css.content} tabIndex={-1}>
        <OutlineTree />
      </Tabs.Content>
      <Tabs.Content value="files" className={css.content} tabIndex={-1}>
        <FilesTree />
      </Tabs.Content>
    </Tabs.Root>
  )
}

/** The rail of a narrow window: a strip of icons, each with what it stands for beside it. */
export function RailStrip() {
  return (
    <section className={css.strip} aria-label="Library and files" data-region="rail">
      <StripPart icon="i-plus" label="Kinds">
        <KindsList />
      </StripPart>
      <StripPart icon="i-folder" label="Outline and files">
        <Lists />
      </StripPart>
    </section>
  )
}

function StripPart({
  icon,
  label,
  children,
}: {
  readonly icon: string
  readonly label: string
  readonly children: ReactNode
}) {
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <IconButton icon={icon} label={label} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={css.beside}
          side="right"
          align="start"
          sideOffset={8}
          collisionPadding={8}
          aria-label={label}
        >
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
