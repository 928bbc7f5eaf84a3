import type { Edit, Ref } from '../../core/types'
import { words } from '../../words/words'
import type { Place } from '../view/place'
import { objectAt } from '../view/place'
import type { CanvasTools } from './canvasTools'
import type { CommandContext } from './registry'
import { cardsHeldBy } from './structureEdits'
import { tellWithUndo } from './telling'

/** Goes to something new and lets it be named at once. */
export function nameNew({ view, document }: CommandContext, place: Place): void {
  const object = objectAt(document.map, place)
  if (object === null) return
  view.update({ cursor: place, selection: new Set(), editing: { kind: 'name', object } })
  view.reveal(place)
}

/** Deletes something and tells what is hidden with it. */
export function deleteWith(
  context: CommandContext,
  { scene }: CanvasTools,
  object: Ref,
  name: string,
  edits: readonly Edit[],
): void {
  const { document, view } = context
  const count = cardsHeldBy(document, scene.grid, object).length
  document.commit(words('intention.delete', { name }), edits)
  tellWithUndo(
    document,
    view,
    count === 0 ? words('notice.deleted', { name }) : words('notice.deletedWith', { name, count }),
  )
}
