import { useState } from 'react'
import type { Ref } from '../../core/types'
import { Dialog } from '../../design/Dialog'
import { words } from '../../words/words'
import { addTouchpoint, setProperty } from '../panels/changes/changes'
import { SearchList } from '../panels/fields/SearchList'
import { useItem, useList } from '../panels/fields/useObjects'
import { NewTouchpoint } from '../panels/touchpoints/NewTouchpoint'
import { touchpointOptions } from '../panels/touchpoints/options'
import { textOf } from '../panels/values/reading'
import { useEditor } from '../view/services'

/** Chooses the touchpoint of a card without leaving the map, or makes a new one. */
export function TouchpointDialog({ card,
  onClose }: { readonly card: Ref; readonly onClose: () => void }): JSX.Element {
  const { document } = useEditor()
  const item = useItem(card)
  useList('touchpoint')
  const [newName, setNewName] = useState<string | null>(null)
  return (
    <Dialog title={words('touchpoint.choose')} onClose={onClose} width="narrow">
      {newName === null
        ? (
          <SearchList label={words('touchpoint.choose')} options={touchpointOptions(document)}
            chosen={textOf(item, 'touchpoint')}
            onCreate={setNewName}
            onChoose={id => {
              setProperty(document, card, 'touchpoint', id,
                words('change.set', { name: words('part.touchpoint') }))
              onClose()
            }} />
        )
        : (
          <NewTouchpoint name={newName} onCancel={() => setNewName(null)}
            onCreate={fields => { addTouchpoint(document, fields, [card]); onClose() }} />
        )}
    </Dialog>
  )
}
