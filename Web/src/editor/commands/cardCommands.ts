import { words } from '../../words/words'
import type { Direction } from '../canvas/navigation'
import { isAnswer, isCause } from '../canvas/roles'
import type { Card } from '../canvas/objects'
import {
  deleteCards,
  duplicateCards,
  moveCards,
  roleOf,
  setSpan,
  shiftFeeling,
  spotBeside,
  toggleLink,
} from './cardEdits'
import { editing, onCanvas, placeOf } from './canvasTools'
import type { CanvasTools } from './canvasTools'
import type { Command, CommandContext } from './registry'
import { tellWithUndo } from './telling'

/** What one does with cards. */
export function cardCommands(tools: CanvasTools): readonly Command[] {
  const { scene, viewport } = tools
  const chosen = (context: CommandContext): readonly Card[] => {
    const place = placeOf(context)
    const id = place?.at === 'cell' ? place.card : null
    if (context.target !== undefined && id !== null && !context.view.state.selection.has(id)) {
      const card = scene.card(id)
      return card === undefined ? [] : [card]
    }
    return scene.chosen
  }
  const some = (context: CommandContext): boolean => editing(context) && chosen(context).length > 0
  const one = (context: CommandContext): Card | null => {
    const cards = chosen(context)
    return cards.length === 1 ? cards[0] ?? null : null
  }
  const isFeeling = (context: CommandContext): boolean => {
    const card = one(context)
    return editing(context) && card !== null &&
      (card.emotion !== null || roleOf(scene.grid, card.lane) === 'emotion')
  }
  const shift = (by: number) => (context: CommandContext): void => {
    const card = one(context)
    const edits = card === null ? [] : shiftFeeling(scene.grid, card, by)
    if (edits.length > 0) context.document.commit(words('intention.setFeeling'), edits)
  }
  const move = (direction: Direction) => (context: CommandContext): void => {
    const cards = scene.chosen
    const spot = spotBeside(scene.grid, cards, direction)
    const edits = spot === null ? [] : moveCards(scene.grid, cards, spot)
    if (edits.length === 0) return
    context.document.commit(words('intention.moveCards', { count: cards.length }), edits)
    const lead = context.view.state.cursor
    const place = scene.cellOf(lead?.at === 'cell' && lead.card !== null ? lead.card : cards[0]?.id ?? '')
    if (place === null) return
    context.view.update({ cursor: place })
    viewport.reveal(place)
    context.view.announce(whereItIs(tools, place.lane, place.step))
  }
  const span = (by: number) => (context: CommandContext): void => {
    const edits = chosen(context).flatMap((card) => setSpan(scene.grid, card, card.span + by))
    if (edits.length > 0) context.document.commit(words('intention.setSpan'), edits)
  }
  return [
    onCanvas({
      id: 'card.new',
      title: words('command.card.new'),
      group: 'cards',
      keys: ['Enter'],
      isEnabled: (context) => {
        const place = placeOf(context)
        return editing(context) && place?.at === 'cell' &&
          (place.card === null || context.target !== undefined)
      },
      run: (context) => {
        const place = placeOf(context)
        if (place?.at !== 'cell') return
        const cell = scene.grid.cells.get(place.lane)?.[scene.grid.columnOf.get(place.step) ?? 0] ?? []
        const after = place.card ?? cell[cell.length - 1]?.id ?? null
        context.view.update({
          editing: { kind: 'new', lane: place.lane, step: place.step, after },
          selection: new Set(),
          cursor: { ...place, card: null },
        })
      },
    }),
    ...([['up', 'Shift+ArrowUp', 0.5], ['up', 'Alt+ArrowUp', 0.5], ['down', 'Shift+ArrowDown', -0.5], [
      'down',
      'Alt+ArrowDown',
      -0.5,
    ]] as const).map(([name, key, by]) =>
      onCanvas({
        id: `feeling.${name}${key.startsWith('Alt') ? '2' : ''}`,
        title: words(`command.feeling.${name}`),
        group: 'cards',
        keys: [key],
        isQuiet: key.startsWith('Alt'),
        isEnabled: isFeeling,
        run: shift(by),
      })
    ),
    ...(['up', 'down', 'left', 'right'] as const).map((direction) =>
      onCanvas({
        id: `card.move.${direction}`,
        title: words(`command.card.move.${direction}`),
        group: 'cards',
        keys: [`Shift+Arrow${direction.charAt(0).toUpperCase()}${direction.slice(1)}`],
        isEnabled: (context) => some(context) && context.view.state.cursor?.at === 'cell',
        run: move(direction),
      })
    ),
    onCanvas({
      id: 'card.duplicate',
      title: words('command.card.duplicate'),
      group: 'cards',
      keys: ['Mod+d'],
      isEnabled: some,
      run: (context) => {
        const { ids, edits } = duplicateCards(scene.grid, chosen(context))
        context.document.commit(words('intention.duplicate', { count: ids.length }), edits)
        const place = scene.cellOf(ids[0] ?? '')
        context.view.go(place)
        context.view.select(ids)
      },
    }),
    onCanvas({
      id: 'card.delete',
      title: words('command.card.delete'),
      group: 'cards',
      keys: ['Delete', 'Backspace'],
      isEnabled: some,
      run: (context) => {
        const cards = chosen(context)
        const answered = cards.filter((card) => isCause(roleOf(scene.grid, card.lane))).length
        context.document.commit(
          words('intention.deleteCards', { count: cards.length }),
          deleteCards(scene.grid, cards),
        )
        const text = words('notice.deletedCards', { count: cards.length })
        tellWithUndo(
          context.document,
          context.view,
          answered > 0 && cards.some((card) => hasAnswer(tools, card.id))
            ? `${text} ${words('notice.linksLost')}`
            : text,
        )
      },
    }),
    onCanvas({
      id: 'card.widen',
      title: words('command.card.widen'),
      group: 'cards',
      keys: ['Alt+Shift+ArrowRight'],
      isEnabled: some,
      run: span(1),
    }),
    onCanvas({
      id: 'card.narrow',
      title: words('command.card.narrow'),
      group: 'cards',
      keys: ['Alt+Shift+ArrowLeft'],
      isEnabled: some,
      run: span(-1),
    }),
    onCanvas({
      id: 'card.link',
      title: words('command.card.link'),
      group: 'cards',
      keys: ['Mod+l'],
      isEnabled: (context) => editing(context) && pairOf(tools, chosen(context)) !== null,
      run: (context) => {
        const pair = pairOf(tools, chosen(context))
        if (pair === null) return
        context.document.commit(words('intention.link'), toggleLink(scene.grid, pair.answer, pair.cause.id))
      },
    }),
  ]
}

/** Of two chosen cards the one that answers and the one that is answered. */
function pairOf({ scene }: CanvasTools, cards: readonly Card[]): { answer: Card; cause: Card } | null {
  const [a, b] = cards
  if (cards.length !== 2 || a === undefined || b === undefined) return null
  const [roleA, roleB] = [roleOf(scene.grid, a.lane), roleOf(scene.grid, b.lane)]
  if (isAnswer(roleB) && !isAnswer(roleA)) return { answer: b, cause: a }
  return isAnswer(roleA) || !isAnswer(roleB) ? { answer: a, cause: b } : null
}

function hasAnswer({ scene }: CanvasTools, id: string): boolean {
  return [...scene.grid.cells.values()].some((row) =>
    row.some((cell) => cell.some((card) => card.links.includes(id)))
  )
}

function whereItIs({ scene }: CanvasTools, lane: string, step: string): string {
  const laneName = scene.grid.lanes.find((other) => other.id === lane)?.name ?? ''
  const column = scene.grid.columns[scene.grid.columnOf.get(step) ?? -1]?.name ?? ''
  return words('canvas.movedTo', { lane: laneName, step: column })
}
