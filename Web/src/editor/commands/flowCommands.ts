import { words } from '../../words/words'
import { editing, onCanvas, placeOf, stageOfPlace } from './canvasTools'
import type { CanvasTools } from './canvasTools'
import type { Command, CommandContext } from './registry'
import { addFlow, kindOfFlow, remove, retargetFlow } from './structureEdits'
import { tellWithUndo } from './telling'

/** What one does with flows. */
export function flowCommands(tools: CanvasTools): readonly Command[] {
  const { scene } = tools
  const flowOf = (context: CommandContext): string | null => {
    const place = placeOf(context)
    return place?.at === 'flow' ? place.flow : null
  }
  const isOn = (context: CommandContext): boolean => editing(context) && flowOf(context) !== null
  const turn = (end: 'from' | 'to', by: 1 | -1) => (context: CommandContext): void => {
    const route = scene.routes.find((other) => other.flow.id === flowOf(context))
    const target = route === undefined
      ? undefined
      : scene.grid.stages[(end === 'from' ? route.from : route.to) + by]
    if (route === undefined || target === undefined) return
    context.document.commit(
      words('intention.moveFlow'),
      retargetFlow(scene.grid, route.flow.id, end, target.id),
    )
  }
  return [
    onCanvas({
      id: 'flow.add',
      title: words('command.flow.add'),
      group: 'flows',
      isEnabled: (context) => editing(context) && stageOfPlace(tools, placeOf(context)) !== null,
      run: (context) => {
        const from = scene.grid.stages.findIndex((stage) =>
          stage.id === stageOfPlace(tools, placeOf(context))
        )
        const to = Math.min(from + 2, scene.grid.stages.length - 1)
        const [start, end] = [scene.grid.stages[from], scene.grid.stages[to]]
        if (start === undefined || end === undefined) return
        const made = addFlow(scene.grid, scene.flowOrders, kindOfFlow(from, to), start.id, end.id)
        context.document.commit(words('intention.addFlow'), made.edits)
        context.view.go({ at: 'flow', flow: made.id })
        context.view.reveal({ at: 'flow', flow: made.id })
        context.view.tell(words('notice.flowAdded'))
      },
    }),
    onCanvas({
      id: 'flow.endLeft',
      title: words('command.flow.endLeft'),
      group: 'flows',
      keys: ['Shift+ArrowLeft'],
      isEnabled: isOn,
      run: turn('to', -1),
    }),
    onCanvas({
      id: 'flow.endRight',
      title: words('command.flow.endRight'),
      group: 'flows',
      keys: ['Shift+ArrowRight'],
      isEnabled: isOn,
      run: turn('to', 1),
    }),
    onCanvas({
      id: 'flow.startLeft',
      title: words('command.flow.startLeft'),
      group: 'flows',
      keys: ['Alt+Shift+ArrowLeft'],
      isEnabled: isOn,
      run: turn('from', -1),
    }),
    onCanvas({
      id: 'flow.startRight',
      title: words('command.flow.startRight'),
      group: 'flows',
      keys: ['Alt+Shift+ArrowRight'],
      isEnabled: isOn,
      run: turn('from', 1),
    }),
    onCanvas({
      id: 'flow.delete',
      title: words('command.flow.delete'),
      group: 'flows',
      keys: ['Delete', 'Backspace'],
      isEnabled: isOn,
      run: (context) => {
        const id = flowOf(context)
        if (id === null) return
        context.document.commit(
          words('intention.deleteFlow'),
          remove({ kind: 'flow', id, map: scene.grid.map }),
        )
        tellWithUndo(
          context.document,
          context.view,
          words('notice.deleted', { name: words('command.flow.one') }),
        )
      },
    }),
  ]
}
