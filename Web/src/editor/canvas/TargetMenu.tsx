import { useSyncExternalStore } from 'react'
import { Menu } from '../../design/Menu'
import type { MenuEntry } from '../../design/Menu'
import { words } from '../../words/words'
import { menuOf } from '../commands/menuEntries'
import { addLane } from '../commands/structureEdits'
import { useCanvas } from './canvasContext'
import { orderedLanes } from './lanes'
import { iconOfRole, laneRoles, nameOfRole } from './roles'

/**
 * The menu of what was pressed: a card, a cell, a stage, a step, a lane or a flow; or the list of lanes to
 * add.
 */
export function TargetMenu(): JSX.Element | null {
  const { menus, editor, scene } = useCanvas()
  const open = useSyncExternalStore(menus.subscribe, () => menus.open)
  if (open === null) return null
  const { document, view } = editor
  const close = (): void => {
    menus.show(null)
    view.focusCanvas()
  }
  const roles = open.roles
  const entries: readonly MenuEntry[] = roles === undefined
    ? menuOf(editor, open, menus)
    : laneRoles.map((role) => ({
      title: words(nameOfRole(role)),
      icon: iconOfRole(role),
      run: () => {
        const all = orderedLanes(document)
        const target = scene.grid.lanes[roles.position]
        const position = target === undefined ? all.length : all.findIndex((lane) => lane.id === target.id)
        const made = addLane(scene.grid, all, position, role, words(nameOfRole(role)))
        document.commit(words('intention.addLane'), made.edits)
        view.go({ at: 'lane', lane: made.id })
        view.reveal({ at: 'lane', lane: made.id })
      },
    }))
  return (
    <Menu
      anchor={open.anchor}
      label={words(roles === undefined ? 'canvas.menu' : 'canvas.addLane')}
      entries={entries}
      onClose={close}
    />
  )
}
