import type { Ref } from '../../core/types'
import { words } from '../../words/words'
import { orderedLanes } from '../canvas/lanes'
import { editing, laneOfPlace, onCanvas, placeOf } from './canvasTools'
import type { CanvasTools } from './canvasTools'
import type { Command, CommandContext } from './registry'
import { moveLane, remove, setHidden } from './structureEdits'
import { deleteWith } from './structureTools'
import { tellWithUndo } from './telling'

/** What one does with lanes. */
export function laneCommands(tools: CanvasTools): readonly Command[] {
  const { scene } = tools
  const indexOf = (context: CommandContext): number =>
    scene.grid.laneAt.get(laneOfPlace(placeOf(context)) ?? '') ?? -1
  const isOn = (context: CommandContext): boolean =>
    editing(context) && placeOf(context)?.at === 'lane' && indexOf(context) >= 0
  const move = (by: 1 | -1) => (context: CommandContext): void => {
    const at = indexOf(context)
    const lane = scene.grid.lanes[at]
    if (lane === undefined) return
    const edits = moveLane(scene.grid, orderedLanes(context.document), lane.id, by > 0 ? at + 2 : at - 1)
    if (edits.length === 0) return
    context.document.commit(words('intention.moveLane'), edits)
    context.view.reveal({ at: 'lane', lane: lane.id })
  }
  const hide = (isHidden: boolean) => (context: CommandContext): void => {
    const lane = scene.grid.lanes[indexOf(context)]
    if (lane === undefined) return
    context.document.commit(
      words(isHidden ? 'intention.hideLane' : 'intention.showLane'),
      setHidden(scene.grid, lane.id, isHidden),
    )
    if (isHidden) tellWithUndo(context.document, context.view, words('notice.hidden', { name: lane.name }))
  }
  const isHidden = (context: CommandContext): boolean => scene.grid.lanes[indexOf(context)]?.isHidden === true
  return [
    onCanvas({
      id: 'lane.moveUp',
      title: words('command.lane.moveUp'),
      group: 'lanes',
      keys: ['Shift+ArrowUp'],
      isEnabled: (context) => isOn(context) && indexOf(context) > 0,
      run: move(-1),
    }),
    onCanvas({
      id: 'lane.moveDown',
      title: words('command.lane.moveDown'),
      group: 'lanes',
      keys: ['Shift+ArrowDown'],
      isEnabled: (context) => isOn(context) && indexOf(context) < scene.grid.lanes.length - 1,
      run: move(1),
    }),
    onCanvas({
      id: 'lane.hide',
      title: words('command.lane.hide'),
      group: 'lanes',
      isEnabled: (context) => isOn(context) && !isHidden(context),
      run: hide(true),
    }),
    onCanvas({
      id: 'lane.show',
      title: words('command.lane.show'),
      group: 'lanes',
      isEnabled: (context) => isOn(context) && isHidden(context),
      run: hide(false),
    }),
    onCanvas({
      id: 'lane.delete',
      title: words('command.lane.delete'),
      group: 'lanes',
      keys: ['Delete', 'Backspace'],
      isEnabled: isOn,
      run: (context) => {
        const lane = scene.grid.lanes[indexOf(context)]
        if (lane === undefined) return
        const object: Ref = { kind: 'lane', id: lane.id, map: scene.grid.map }
        deleteWith(context, tools, object, lane.name, remove(object))
      },
    }),
  ]
}
