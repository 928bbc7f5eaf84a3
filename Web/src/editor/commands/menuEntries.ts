import type { MenuEntry } from '../../design/Menu'
import type { IconName } from '../../design/icons'
import { words } from '../../words/words'
import type { Menus, OpenMenu } from '../canvas/menus'
import type { Editor } from '../view/services'
import { showKeys } from './keys'

type Entry = readonly [command: string, icon: IconName] | 'line' | 'clipboard' | 'lanes'

const card: readonly Entry[] = [
  ['edit.begin', 'edit'],
  ['card.new', 'add'],
  ['card.duplicate', 'duplicate'],
  'line',
  'clipboard',
  'line',
  ['card.link', 'link'],
  ['card.widen', 'arrowRight'],
  ['card.narrow', 'arrowLeft'],
  ['step.split', 'split'],
  'line',
  ['card.delete', 'trash'],
]
const cell: readonly Entry[] = [['card.new', 'add'], 'clipboard', 'line', ['step.addAfter', 'add'], [
  'stage.addAfter',
  'add',
]]
const stage: readonly Entry[] = [
  ['edit.begin', 'edit'],
  'line',
  ['stage.addBefore', 'add'],
  ['stage.addAfter', 'add'],
  ['step.addAfter', 'split'],
  ['flow.add', 'story'],
  'line',
  ['stage.moveLeft', 'arrowLeft'],
  ['stage.moveRight', 'arrowRight'],
  'clipboard',
  'line',
  ['stage.delete', 'trash'],
]
const step: readonly Entry[] = [
  ['edit.begin', 'edit'],
  'line',
  ['step.addBefore', 'add'],
  ['step.addAfter', 'add'],
  ['step.split', 'split'],
  ['step.merge', 'merge'],
  'line',
  ['step.moveLeft', 'arrowLeft'],
  ['step.moveRight', 'arrowRight'],
  'line',
  ['step.delete', 'trash'],
]
const lane: readonly Entry[] = [
  ['edit.begin', 'edit'],
  'lanes',
  'line',
  ['lane.moveUp', 'arrowUp'],
  ['lane.moveDown', 'arrowDown'],
  ['lane.hide', 'eyeOff'],
  ['lane.show', 'eye'],
  'clipboard',
  'line',
  ['lane.delete', 'trash'],
]
const flow: readonly Entry[] = [
  ['edit.begin', 'edit'],
  ['flow.startLeft', 'arrowLeft'],
  ['flow.startRight', 'arrowRight'],
  ['flow.endLeft', 'arrowLeft'],
  ['flow.endRight', 'arrowRight'],
  'line',
  ['flow.delete', 'trash'],
]

const dangerous = /\.delete$/

/** What the menu of a place offers: what cannot be done now is left out. */
export function menuOf(editor: Editor, open: OpenMenu, menus: Menus): readonly MenuEntry[] {
  const { place } = open
  const list = place.at === 'cell'
    ? (place.card === null ? cell : card)
    : place.at === 'stage'
    ? stage
    : place.at === 'step'
    ? step
    : place.at === 'lane'
    ? lane
    : flow
  const context = { document: editor.document, view: editor.view, services: editor.services, target: place }
  const entries: MenuEntry[] = []
  for (const entry of list) {
    if (entry === 'line') {
      if (entries.length > 0 && entries[entries.length - 1] !== 'line') entries.push('line')
    } else if (entry === 'clipboard') {
      entries.push(...clipboardEntries(editor, open))
    } else if (entry === 'lanes') {
      entries.push(...laneEntries(editor, open, menus))
    } else {
      const command = editor.commands.find(entry[0])
      if (command === undefined || !command.isEnabled(context)) continue
      const [first] = command.keys ?? []
      entries.push({
        title: command.title,
        icon: entry[1],
        isDanger: dangerous.test(command.id),
        ...(first === undefined ? {} : { keys: showKeys(first) }),
        run: () => command.run(context),
      })
    }
  }
  while (entries[entries.length - 1] === 'line') entries.pop()
  return entries
}

function clipboardEntries({ view, services }: Editor, { place }: OpenMenu): readonly MenuEntry[] {
  const copies = place.at !== 'cell' || place.card !== null
  const act = (command: 'copy' | 'cut') => (): void => {
    if (place.at !== 'cell') view.go(place)
    view.focusCanvas()
    document.execCommand(command)
  }
  const entries: MenuEntry[] = []
  if (copies) {
    entries.push({ title: words('command.copy'), icon: 'copy', keys: showKeys('Mod+C'), run: act('copy') })
  }
  if (copies && place.at === 'cell' && (services.permission === 'edit' || services.permission === 'own')) {
    entries.push({ title: words('command.cut'), icon: 'cut', keys: showKeys('Mod+X'), run: act('cut') })
  }
  return entries
}

function laneEntries(editor: Editor, { place, anchor }: OpenMenu, menus: Menus): readonly MenuEntry[] {
  if (
    place.at !== 'lane' || !(editor.services.permission === 'edit' || editor.services.permission === 'own')
  ) return []
  const at = editor.document.list('lane').filter((item) =>
    item.values['isHidden'] !== true || editor.view.state.showsHiddenLanes
  )
    .findIndex((item) => item.ref.id === place.lane)
  const show = (position: number) => (): void => menus.show({ place, anchor, roles: { position } })
  return [
    { title: words('command.lane.addAbove'), icon: 'add', run: show(at) },
    { title: words('command.lane.addBelow'), icon: 'add', run: show(at + 1) },
  ]
}
