import type { Item } from '../../../core/types'
import { words } from '../../../words/words'
import { useView } from '../../view/hooks'
import type { ViewState } from '../../view/editorView'
import { useEditor } from '../../view/services'
import { useList, useMap } from '../fields/useObjects'
import { textOf, textsOf } from '../values/reading'

const overlaysOf = (state: ViewState): readonly string[] => state.personas

/** Whose feelings are drawn besides the primary persona's; nothing while the map has only one persona. */
export function CurveFilter(): JSX.Element | null {
  const { view } = useEditor()
  const overlays = useView(view, overlaysOf)
  const all = useList('persona')
  const [primary, ...others] = textsOf(useMap(), 'personas')
    .map(id => all.find(persona => persona.ref.id === id)).filter((each): each is Item => each !== undefined)
  if (primary === undefined || others.length === 0) return null
  return (
    <div className="lane-filter">
      <div className="lane-filter-head"><h4>{words('view.curves')}</h4></div>
      <ul>
        <li>
          <label className="check-row">
            <input type="checkbox" checked disabled readOnly />
            <span>{textOf(primary, 'name')}</span>
          </label>
        </li>
        {others.map(persona => (
          <li key={persona.ref.id}>
            <label className="check-row">
              <input type="checkbox" checked={overlays.includes(persona.ref.id)}
                onChange={event => view.update({
                  personas: event.target.checked ? [...overlays, persona.ref.id]
                    : overlays.filter(id => id !== persona.ref.id),
                })} />
              <span>{textOf(persona, 'name')}</span>
            </label>
          </li>
        ))}
      </ul>
    </div>
  )
}
