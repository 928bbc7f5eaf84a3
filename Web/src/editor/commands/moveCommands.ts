import { words } from '../../words/words'
import { cardsBetween } from '../canvas/pressing'
import { edgeOf, firstPlace, neighbour, nextCell } from '../canvas/navigation'
import type { Direction } from '../canvas/navigation'
import { signed } from '../canvas/CardChips'
import type { Place } from '../view/place'
import { onCanvas } from './canvasTools'
import type { CanvasTools } from './canvasTools'
import type { Command, CommandContext } from './registry'

const arrows: readonly (readonly [Direction, string])[] = [
  ['up', 'ArrowUp'],
  ['down', 'ArrowDown'],
  ['left', 'ArrowLeft'],
  ['right', 'ArrowRight'],
]

/** Going over the map with the keyboard. */
export function moveCommands(tools: CanvasTools): readonly Command[] {
  const { scene, viewport } = tools
  const go = ({ view }: CommandContext, place: Place | null): void => {
    if (place === null) return
    view.go(place)
    viewport.reveal(place)
  }
  const has = ({ view }: CommandContext): boolean => view.state.cursor !== null
  return [
    ...arrows.map(([direction, key]) =>
      onCanvas({
        id: `go.${direction}`,
        title: words(`command.go.${direction}`),
        group: 'go',
        keys: [key],
        isQuiet: true,
        isEnabled: () => true,
        run: (context) => {
          const { cursor } = context.view.state
          go(context, cursor === null ? firstPlace(scene.grid) : neighbour(scene.grid, cursor, direction))
        },
      })
    ),
    ...([['next', 'Tab', 1], ['previous', 'Shift+Tab', -1]] as const).map(([name, key, by]) =>
      onCanvas({
        id: `go.${name}Cell`,
        title: words(`command.go.${name}Cell`),
        group: 'go',
        keys: [key],
        isQuiet: true,
        // At the ends Tab leaves the map, as everywhere.
        isEnabled: ({ view: { state: { cursor } } }) =>
          cursor?.at === 'cell' && nextCell(scene.grid, cursor, by) !== null,
        run: (context) => {
          const { cursor } = context.view.state
          if (cursor?.at === 'cell') go(context, nextCell(scene.grid, cursor, by))
        },
      })
    ),
    ...([['start', 'Home', false], ['end', 'End', false], ['start', 'Mod+Home', true], [
      'end',
      'Mod+End',
      true,
    ]] as const).map(([edge, key, isWhole]) =>
      onCanvas({
        id: `go.${edge}${isWhole ? 'OfMap' : ''}`,
        title: words(`command.go.${edge}`),
        group: 'go',
        keys: [key],
        isQuiet: true,
        isEnabled: has,
        run: (context) => {
          const { cursor } = context.view.state
          if (cursor !== null) go(context, edgeOf(scene.grid, cursor, edge, isWhole))
        },
      })
    ),
    onCanvas({
      id: 'go.letGo',
      title: words('command.go.letGo'),
      group: 'go',
      keys: ['Escape'],
      isQuiet: true,
      isEnabled: has,
      run: ({ view }) => {
        const { cursor, selection } = view.state
        if (selection.size > 1 && cursor?.at === 'cell') view.go(cursor)
        else view.go(null)
      },
    }),
    onCanvas({
      id: 'select.all',
      title: words('command.select.all'),
      group: 'cards',
      keys: ['Mod+a'],
      isEnabled: () => true,
      run: ({ view }) =>
        view.select(
          [...scene.grid.cells.values()].flatMap((row) => row.flatMap((cell) => cell.map((card) => card.id))),
        ),
    }),
    onCanvas({
      id: 'select.lane',
      title: words('command.select.lane'),
      group: 'cards',
      isEnabled: ({ view }) => view.state.cursor !== null,
      run: ({ view, target }) => {
        const place = target ?? view.state.cursor
        if (place?.at === 'lane' || place?.at === 'cell') {
          view.select((scene.grid.cells.get(place.lane) ?? []).flat().map((card) => card.id))
        }
      },
    }),
    ...arrows.map(([direction, key]) =>
      onCanvas({
        id: `select.${direction}`,
        title: words(`command.select.${direction}`),
        group: 'go',
        keys: [`Mod+Shift+${key}`],
        isQuiet: true,
        isEnabled: ({ view }) => view.state.cursor?.at === 'cell',
        run: ({ view }) => {
          const { cursor, selection } = view.state
          if (cursor?.at !== 'cell') return
          const next = neighbour(scene.grid, cursor, direction)
          if (next.at !== 'cell') return
          const added = cursor.card !== null && next.card !== null
            ? cardsBetween(scene, cursor.card, next.card)
            : next.card === null
            ? []
            : [next.card]
          view.update({ cursor: next, selection: new Set([...selection, ...added]) })
          viewport.reveal(next)
        },
      })
    ),
    onCanvas({
      id: 'go.tell',
      title: words('command.go.tell'),
      group: 'help',
      keys: ['Alt+i'],
      isQuiet: true,
      isEnabled: has,
      run: ({ view }) => {
        const { cursor } = view.state
        const card = cursor?.at === 'cell' && cursor.card !== null ? scene.card(cursor.card) : undefined
        if (card !== undefined) {
          view.announce(
            card.emotion === null
              ? scene.typedTextOf(card)
              : `${scene.typedTextOf(card)} ${signed(card.emotion.score)}`,
          )
        }
      },
    }),
  ]
}
