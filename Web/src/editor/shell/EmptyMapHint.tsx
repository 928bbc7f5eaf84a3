import { words } from '../../words/words'
import { useList, useMayEdit } from '../panels/fields/useObjects'
import { useEditor } from '../view/services'

/** On a map that has stages but no card: what to do first. A map without stages has the canvas's own invitation. */
export function EmptyMapHint(): JSX.Element | null {
  const { view } = useEditor()
  const cards = useList('card')
  const stages = useList('stage')
  const lanes = useList('lane')
  const isEditable = useMayEdit()
  if (cards.length > 0 || stages.length === 0 || !isEditable) return null
  return (
    <div className="empty-map-hint" role="note">
      <strong>{words('empty.title')}</strong>
      <p>{words(lanes.length === 0 ? 'empty.lanes' : 'empty.cards')}</p>
      {lanes.length === 0 && (
        <button type="button" className="link-button"
          onClick={() => view.openDialog('lanes')}>{words('lanes.more')}</button>
      )}
    </div>
  )
}
