import { kindRow } from '../../shared/kinds/kinds'
import type { MenuTarget, ScreenPoint } from '../canvas/canvas-props'
import { unwire } from '../store/edits'
import { titleOf } from '../store/naming'
import { useApp, useSession } from '../store/session'
import { closeDialog } from '../store/view'
import { MenuItem, MenuRule, MenuTitle, PointMenu } from '../ui/menu'
import { CommandItem } from '../window/command-button'

/** What can be done with what was right-clicked: cards, an edge, or the empty canvas. */
export function ObjectMenu({ target, at }: { readonly target: MenuTarget; readonly at: ScreenPoint }) {
  const session = useSession()
  const workspace = useApp(state => state.open?.design.workspace ?? null)
  const { relation, objects } = target
  const [id] = objects
  const object = id === undefined ? null : (workspace?.object(id) ?? null)
  const label = object ? titleOf(object) : relation ? relation.says : 'Canvas'
  return (
    <PointMenu at={at} label={label} onClose={() => closeDialog(session)}>
      {relation && (
        <>
          <MenuTitle>{relation.says}</MenuTitle>
          <MenuItem icon="i-unlink" keys="Delete" danger onChoose={() => unwire(session, relation)}>
            Un-wire
          </MenuItem>
        </>
      )}
      {object && (
        <>
          <MenuTitle>{kindRow(object.group, object.kind).kind}</MenuTitle>
          <CommandItem id="connect" />
          <CommandItem id="rename-object" />
          <CommandItem id="go-to-yaml" />
          <MenuRule />
          <CommandItem id="copy-yaml" />
          <CommandItem id="duplicate" />
          <MenuRule />
          <CommandItem id="delete-objects" danger />
        </>
      )}
      {!object && !relation && (
        <>
          <CommandItem id="commands" />
          <CommandItem id="paste-yaml" />
          <MenuRule />
          <CommandItem id="arrange" />
          <CommandItem id="fit" />
        </>
      )}
    </PointMenu>
  )
}
