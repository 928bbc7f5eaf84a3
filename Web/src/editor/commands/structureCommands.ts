import type { Edit, Ref } from '../../core/types'
import { words } from '../../words/words'
import { orderedLanes } from '../canvas/lanes'
import type { Place } from '../view/place'
import { objectAt } from '../view/place'
import { editing, laneOfPlace, onCanvas, placeOf, stageOfPlace, stepOfPlace } from './canvasTools'
import type { CanvasTools } from './canvasTools'
import type { Command, CommandContext } from './registry'
import {
  addFlow, addStage, addStep, cardsHeldBy, mergeWithNext, moveLane, moveStage, moveStep, kindOfFlow, remove, retargetFlow,
  setHidden, splitColumn,
} from './structureEdits'
import { tellWithUndo } from './telling'

/** What one does with stages, steps, lanes and flows. */
export function structureCommands(tools: CanvasTools): readonly Command[] {
  return [...renaming(tools), ...stageCommands(tools), ...stepCommands(tools), ...laneCommands(tools), ...flowCommands(tools)]
}

function renaming({ scene }: CanvasTools): readonly Command[] {
  return [onCanvas({
    id: 'edit.begin', title: words('command.edit.begin'), group: 'edit', keys: ['F2', 'Enter'],
    isEnabled: context => editing(context) && objectAt(context.document.map, placeOf(context)) !== null,
    run: context => {
      const place = placeOf(context)
      const object = objectAt(context.document.map, place)
      if (place === null || object === null) return
      const { view } = context
      if (place.at === 'cell' && place.card !== null) {
        view.update({ cursor: place, selection: new Set([place.card]), editing: { kind: 'card', card: place.card } })
        return
      }
      const isStage = place.at === 'step' && scene.grid.columns[scene.grid.columnOf.get(place.step) ?? -1]?.isStage === true
      if (place.at === 'flow') view.openDialog('flow', object)
      else view.update({ cursor: place, editing: { kind: 'name', object: isStage ? { ...object, kind: 'stage' } : object } })
    },
  })]
}

/** Goes to something new and lets it be named at once. */
function nameNew({ view, document }: CommandContext, place: Place): void {
  const object = objectAt(document.map, place)
  if (object === null) return
  view.update({ cursor: place, selection: new Set(), editing: { kind: 'name', object } })
  view.reveal(place)
}

function deleteWith(context: CommandContext, { scene }: CanvasTools, object: Ref, name: string, edits: readonly Edit[]): void {
  const { document, view } = context
  const count = cardsHeldBy(document, scene.grid, object).length
  document.commit(words('intention.delete', { name }), edits)
  tellWithUndo(document, view, count === 0 ? words('notice.deleted', { name }) : words('notice.deletedWith', { name, count }))
}

function stageCommands(tools: CanvasTools): readonly Command[] {
  const { scene } = tools
  const indexOf = (context: CommandContext): number => {
    const id = stageOfPlace(tools, placeOf(context))
    return scene.grid.stages.findIndex(stage => stage.id === id)
  }
  const add = (behind: boolean) => (context: CommandContext): void => {
    const at = indexOf(context)
    const position = at < 0 ? (behind ? scene.grid.stages.length : 0) : at + (behind ? 1 : 0)
    const made = addStage(scene.grid, position, '')
    context.document.commit(words('intention.addStage'), made.edits)
    nameNew(context, { at: 'stage', stage: made.id })
  }
  const move = (by: 1 | -1) => (context: CommandContext): void => {
    const at = indexOf(context)
    const stage = scene.grid.stages[at]
    if (stage === undefined) return
    const edits = moveStage(scene.grid, stage.id, by > 0 ? at + 2 : at - 1)
    if (edits.length === 0) return
    context.document.commit(words('intention.moveStage'), edits)
    context.view.reveal({ at: 'stage', stage: stage.id })
  }
  const isOn = (context: CommandContext): boolean => editing(context) && placeOf(context)?.at === 'stage'
  return [
    onCanvas({ id: 'stage.addBefore', title: words('command.stage.addBefore'), group: 'stages', isEnabled: editing, run: add(false) }),
    onCanvas({ id: 'stage.addAfter', title: words('command.stage.addAfter'), group: 'stages', keys: ['Mod+Enter'], isEnabled: editing, run: add(true) }),
    onCanvas({
      id: 'stage.moveLeft', title: words('command.stage.moveLeft'), group: 'stages', keys: ['Shift+ArrowLeft'],
      isEnabled: context => isOn(context) && indexOf(context) > 0, run: move(-1),
    }),
    onCanvas({
      id: 'stage.moveRight', title: words('command.stage.moveRight'), group: 'stages', keys: ['Shift+ArrowRight'],
      isEnabled: context => isOn(context) && indexOf(context) < scene.grid.stages.length - 1, run: move(1),
    }),
    onCanvas({
      id: 'stage.delete', title: words('command.stage.delete'), group: 'stages', keys: ['Delete', 'Backspace'], isEnabled: isOn,
      run: context => {
        const stage = scene.grid.stages[indexOf(context)]
        if (stage === undefined) return
        const object: Ref = { kind: 'stage', id: stage.id, map: scene.grid.map }
        deleteWith(context, tools, object, stage.name, remove(object))
      },
    }),
  ]
}

function stepCommands(tools: CanvasTools): readonly Command[] {
  const { scene } = tools
  const add = (behind: boolean) => (context: CommandContext): void => {
    const stage = scene.grid.stages.find(other => other.id === stageOfPlace(tools, placeOf(context)))
    if (stage === undefined) return
    const own = stepOfPlace(tools, placeOf(context))
    const at = own === null ? (behind ? stage.columns - 1 : 0) : (scene.grid.columnOf.get(own) ?? 0) - stage.firstColumn
    const made = addStep(context.document, scene.grid, stage.id, at + (behind ? 1 : 0), '')
    context.document.commit(words('intention.addStep'), made.edits)
    nameNew(context, { at: 'step', step: made.id })
  }
  const isOn = (context: CommandContext): boolean => editing(context) && placeOf(context)?.at === 'step' && stepOfPlace(tools, placeOf(context)) !== null
  const inStage = (context: CommandContext): boolean => editing(context) && stageOfPlace(tools, placeOf(context)) !== null
  const move = (by: 1 | -1) => (context: CommandContext): void => {
    const step = stepOfPlace(tools, placeOf(context))
    const column = step === null ? -1 : scene.grid.columnOf.get(step) ?? -1
    const stageAt = scene.grid.columns[column]?.stage ?? -1
    const stage = scene.grid.stages[stageAt]
    if (step === null || stage === undefined) return
    const inside = column - stage.firstColumn
    const leaves = by < 0 ? inside === 0 : inside === stage.columns - 1
    const target = leaves ? scene.grid.stages[stageAt + by] : stage
    if (target === undefined) return
    const position = leaves ? (by > 0 ? 0 : target.columns) : by > 0 ? inside + 2 : inside - 1
    const edits = moveStep(context.document, scene.grid, step, target.id, position)
    if (edits.length === 0) return
    context.document.commit(words('intention.moveStep'), edits)
    context.view.reveal({ at: 'step', step })
  }
  return [
    onCanvas({ id: 'step.addBefore', title: words('command.step.addBefore'), group: 'stages', isEnabled: inStage, run: add(false) }),
    onCanvas({ id: 'step.addAfter', title: words('command.step.addAfter'), group: 'stages', keys: ['Mod+Shift+Enter'], isEnabled: inStage, run: add(true) }),
    onCanvas({
      id: 'step.split', title: words('command.step.split'), group: 'stages',
      isEnabled: context => editing(context) && ['step', 'cell', 'stage'].includes(placeOf(context)?.at ?? ''),
      run: context => {
        const place = placeOf(context)
        const stage = scene.grid.stages.find(other => other.id === stageOfPlace(tools, place))
        const step = place?.at === 'step' || place?.at === 'cell' ? place.step : scene.grid.columns[stage?.firstColumn ?? -1]?.step
        if (step === undefined) return
        const made = splitColumn(context.document, scene.grid, step, context.view.state.selection, '')
        if (made.edits.length === 0) return
        context.document.commit(words('intention.splitStep'), made.edits)
        nameNew(context, { at: 'step', step: made.id })
      },
    }),
    onCanvas({
      id: 'step.merge', title: words('command.step.merge'), group: 'stages',
      isEnabled: context => {
        const step = stepOfPlace(tools, placeOf(context))
        return editing(context) && step !== null && mergeWithNext(context.document, scene.grid, step) !== null
      },
      run: context => {
        const step = stepOfPlace(tools, placeOf(context))
        const edits = step === null ? null : mergeWithNext(context.document, scene.grid, step)
        if (edits === null) return
        context.document.commit(words('intention.mergeSteps'), edits)
        tellWithUndo(context.document, context.view, words('notice.merged'))
      },
    }),
    onCanvas({ id: 'step.moveLeft', title: words('command.step.moveLeft'), group: 'stages', keys: ['Shift+ArrowLeft'], isEnabled: isOn, run: move(-1) }),
    onCanvas({ id: 'step.moveRight', title: words('command.step.moveRight'), group: 'stages', keys: ['Shift+ArrowRight'], isEnabled: isOn, run: move(1) }),
    onCanvas({
      id: 'step.delete', title: words('command.step.delete'), group: 'stages', keys: ['Delete', 'Backspace'], isEnabled: isOn,
      run: context => {
        const step = stepOfPlace(tools, placeOf(context))
        const column = step === null ? undefined : scene.grid.columns[scene.grid.columnOf.get(step) ?? -1]
        if (step === null || column === undefined) return
        const object: Ref = { kind: 'step', id: step, map: scene.grid.map }
        deleteWith(context, tools, object, column.name, remove(object))
      },
    }),
  ]
}

function laneCommands(tools: CanvasTools): readonly Command[] {
  const { scene } = tools
  const indexOf = (context: CommandContext): number => scene.grid.laneAt.get(laneOfPlace(placeOf(context)) ?? '') ?? -1
  const isOn = (context: CommandContext): boolean => editing(context) && placeOf(context)?.at === 'lane' && indexOf(context) >= 0
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
    context.document.commit(words(isHidden ? 'intention.hideLane' : 'intention.showLane'), setHidden(scene.grid, lane.id, isHidden))
    if (isHidden) tellWithUndo(context.document, context.view, words('notice.hidden', { name: lane.name }))
  }
  const isHidden = (context: CommandContext): boolean => scene.grid.lanes[indexOf(context)]?.isHidden === true
  return [
    onCanvas({
      id: 'lane.moveUp', title: words('command.lane.moveUp'), group: 'lanes', keys: ['Shift+ArrowUp'],
      isEnabled: context => isOn(context) && indexOf(context) > 0, run: move(-1),
    }),
    onCanvas({
      id: 'lane.moveDown', title: words('command.lane.moveDown'), group: 'lanes', keys: ['Shift+ArrowDown'],
      isEnabled: context => isOn(context) && indexOf(context) < scene.grid.lanes.length - 1, run: move(1),
    }),
    onCanvas({ id: 'lane.hide', title: words('command.lane.hide'), group: 'lanes', isEnabled: context => isOn(context) && !isHidden(context), run: hide(true) }),
    onCanvas({ id: 'lane.show', title: words('command.lane.show'), group: 'lanes', isEnabled: context => isOn(context) && isHidden(context), run: hide(false) }),
    onCanvas({
      id: 'lane.delete', title: words('command.lane.delete'), group: 'lanes', keys: ['Delete', 'Backspace'], isEnabled: isOn,
      run: context => {
        const lane = scene.grid.lanes[indexOf(context)]
        if (lane === undefined) return
        const object: Ref = { kind: 'lane', id: lane.id, map: scene.grid.map }
        deleteWith(context, tools, object, lane.name, remove(object))
      },
    }),
  ]
}

function flowCommands(tools: CanvasTools): readonly Command[] {
  const { scene } = tools
  const flowOf = (context: CommandContext): string | null => {
    const place = placeOf(context)
    return place?.at === 'flow' ? place.flow : null
  }
  const isOn = (context: CommandContext): boolean => editing(context) && flowOf(context) !== null
  const turn = (end: 'from' | 'to', by: 1 | -1) => (context: CommandContext): void => {
    const route = scene.routes.find(other => other.flow.id === flowOf(context))
    const target = route === undefined ? undefined : scene.grid.stages[(end === 'from' ? route.from : route.to) + by]
    if (route === undefined || target === undefined) return
    context.document.commit(words('intention.moveFlow'), retargetFlow(scene.grid, route.flow.id, end, target.id))
  }
  return [
    onCanvas({
      id: 'flow.add', title: words('command.flow.add'), group: 'flows',
      isEnabled: context => editing(context) && stageOfPlace(tools, placeOf(context)) !== null,
      run: context => {
        const from = scene.grid.stages.findIndex(stage => stage.id === stageOfPlace(tools, placeOf(context)))
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
    onCanvas({ id: 'flow.endLeft', title: words('command.flow.endLeft'), group: 'flows', keys: ['Shift+ArrowLeft'], isEnabled: isOn, run: turn('to', -1) }),
    onCanvas({ id: 'flow.endRight', title: words('command.flow.endRight'), group: 'flows', keys: ['Shift+ArrowRight'], isEnabled: isOn, run: turn('to', 1) }),
    onCanvas({ id: 'flow.startLeft', title: words('command.flow.startLeft'), group: 'flows', keys: ['Alt+Shift+ArrowLeft'], isEnabled: isOn, run: turn('from', -1) }),
    onCanvas({ id: 'flow.startRight', title: words('command.flow.startRight'), group: 'flows', keys: ['Alt+Shift+ArrowRight'], isEnabled: isOn, run: turn('from', 1) }),
    onCanvas({
      id: 'flow.delete', title: words('command.flow.delete'), group: 'flows', keys: ['Delete', 'Backspace'], isEnabled: isOn,
      run: context => {
        const id = flowOf(context)
        if (id === null) return
        context.document.commit(words('intention.deleteFlow'), remove({ kind: 'flow', id, map: scene.grid.map }))
        tellWithUndo(context.document, context.view, words('notice.deleted', { name: words('command.flow.one') }))
      },
    }),
  ]
}
