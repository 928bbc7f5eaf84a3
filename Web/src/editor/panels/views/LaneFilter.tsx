import { Icon } from '../../../design/Icon'
import { words } from '../../../words/words'
import { hueOfRole, iconOfRole } from '../../canvas/roles'
import { useView } from '../../view/hooks'
import type { ViewState } from '../../view/editorView'
import { useEditor } from '../../view/services'
import { roleOf } from '../cards/links'
import { setProperty } from '../changes/changes'
import { useList, useMayEdit } from '../fields/useObjects'
import { textOf } from '../values/reading'
import { toggledLane } from './settings'

const filterOf = (state: ViewState): ViewState['laneFilter'] => state.laneFilter
const showsHiddenOf = (state: ViewState): boolean => state.showsHiddenLanes

/** Which lanes one looks at, and which are hidden for everybody. */
export function LaneFilter(): JSX.Element {
  const { document, view } = useEditor()
  const filter = useView(view, filterOf)
  const showsHidden = useView(view, showsHiddenOf)
  const isEditable = useMayEdit()
  const lanes = useList('lane')
  const visible = lanes.filter(lane => lane.values['isHidden'] !== true)
  const hidden = lanes.filter(lane => lane.values['isHidden'] === true)
  const ids = visible.map(lane => lane.ref.id)
  return (
    <div className="lane-filter">
      <div className="lane-filter-head">
        <h4>{words('view.lanes')}</h4>
        {filter !== null && (
          <button type="button" className="link-button"
            onClick={() => view.update({ laneFilter: null })}>{words('view.allLanes')}</button>
        )}
      </div>
      <ul>
        {visible.map(lane => {
          const role = roleOf(lane)
          const id = lane.ref.id
          return (
            <li key={id}>
              <label className="check-row">
                <input type="checkbox" checked={filter === null || filter.has(id)}
                  onChange={() => view.update({ laneFilter: toggledLane(filter, id, ids) })} />
                <span className="role-sign" style={{ color: `var(--wm-${hueOfRole(role)})` }}><Icon name={iconOfRole(role)} size={14} /></span>
                <span>{textOf(lane, 'name')}</span>
              </label>
              <button type="button" className="link-button is-only"
                onClick={() => view.update({ laneFilter: new Set([id]) })}
                aria-label={words('view.onlyLane',
                  { name: textOf(lane, 'name') })}>{words('view.only')}</button>
            </li>
          )
        })}
      </ul>
      {hidden.length > 0 && (
        <>
          <div className="lane-filter-head"><h4>{words('view.hiddenLanes')}</h4></div>
          <label className="check-row">
            <input type="checkbox" checked={showsHidden}
              onChange={() => view.update({ showsHiddenLanes: !showsHidden })} />
            <span>{words('view.showHidden')}</span>
          </label>
          <ul>
            {hidden.map(lane => (
              <li key={lane.ref.id}>
                <span className="hidden-lane"><Icon name="eyeOff" size={14} />{textOf(lane, 'name')}</span>
                {isEditable && (
                  <button type="button" className="link-button"
                    onClick={() => setProperty(document, lane.ref, 'isHidden', false,
                      words('change.showLane', { name: textOf(lane, 'name') }))}>
                    {words('view.unhide')}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
