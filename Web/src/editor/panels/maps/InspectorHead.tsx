import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { Item } from '../../../core/types'
import { IconButton } from '../../../design/Button'
import { Icon } from '../../../design/Icon'
import type { IconName } from '../../../design/icons'
import { Menu } from '../../../design/Menu'
import { words } from '../../../words/words'
import { useEditor } from '../../view/services'
import { remove } from '../changes/changes'
import { useMayEdit } from '../fields/useObjects'
import { placeOf } from '../showing'

interface InspectorHeadProps {
  readonly object: Item
  readonly icon: IconName
  /** Where the object belongs, above its title. */
  readonly eyebrow: string
  readonly title: string
  /** The field in which the title is changed where it stands; without one it is only shown. */
  readonly editor?: ReactNode
}

/** What the inspector is about, and what can be done with it as a whole. */
export function InspectorHead({ object, icon, eyebrow, title, editor }: InspectorHeadProps): JSX.Element {
  const { document, view } = useEditor()
  const isEditable = useMayEdit()
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const place = placeOf(document, object.ref)
  return (
    <header className="inspector-head">
      <p className="eyebrow"><Icon name={icon} size={14} />{eyebrow}</p>
      <div className="inspector-title">
        <h2 className={editor === undefined ? '' : 'visually-hidden'}>{title}</h2>
        {editor}
        {place !== null && (
          <IconButton ref={button} icon="more" label={words('panel.more')} aria-haspopup="menu"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)} />
        )}
      </div>
      {isOpen && button.current !== null && place !== null && (
        <Menu anchor={button.current} label={words('panel.more')} align="end"
          onClose={() => { setOpen(false); button.current?.focus() }}
          entries={[
            { title: words('panel.reveal'), icon: 'search',
              run: () => { view.reveal(place); view.focusCanvas() } },
            'line',
            {
              title: words('panel.delete'), icon: 'trash', isDanger: true, isDisabled: !isEditable,
              run: () => { remove(document, [object]); view.go(null); view.focusCanvas() },
            },
          ]} />
      )}
    </header>
  )
}
