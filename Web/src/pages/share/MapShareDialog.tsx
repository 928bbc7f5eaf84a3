import { textOf } from '../../core'
import type { MapDocument } from '../../core'
import { isLaneRole, nameOfRole } from '../../editor/canvas/roles'
import { words } from '../../words/words'
import { ShareDialog } from './ShareDialog'

interface MapShareDialogProps {
  readonly document: MapDocument
  readonly onClose: () => void
}

/** The share dialog of the map that is open in the editor. */
export function MapShareDialog({ document, onClose }: MapShareDialogProps): JSX.Element {
  const { map, person } = document
  const lanes = document.list('lane').map(lane => {
    const role = lane.values['role']
    const name = textOf(lane, 'name')
    return {
      id: lane.ref.id, isHidden: lane.values['isHidden'] === true,
      name: name !== '' || !isLaneRole(role) ? name : words(nameOfRole(role)),
    }
  })
  const mayShare = person.role === 'editor' || person.role === 'owner'
  const name = textOf(document.get({ kind: 'map', id: map }), 'name')
  return <ShareDialog map={{ id: map, name }} lanes={lanes} mayShare={mayShare} onClose={onClose} />
}
