import { useEffect, useRef, useState } from 'react'
import { Dialog } from '../../../design/Dialog'
import { Icon } from '../../../design/Icon'
import { words } from '../../../words/words'
import { hueOfRole, iconOfRole, laneRoles, meaningOfRole, nameOfRole } from '../../canvas/roles'
import { useEditor } from '../../view/services'
import { roleOf } from '../cards/links'
import { addLane } from '../changes/changes'
import { useList } from '../fields/useObjects'
import { ranked } from '../../shell/fuzzy'
import { showObject } from '../showing'

/** Every kind of lane with the sentence that says what belongs in it; those the map lacks come first. */
export function MoreLanes({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const { document, view } = useEditor()
  const lanes = useList('lane')
  const [query, setQuery] = useState('')
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const frame = requestAnimationFrame(() => input.current?.focus())
    return () => cancelAnimationFrame(frame)
  }, [])
  const used = new Set(lanes.map(roleOf))
  const ordered = [...laneRoles.filter(role => !used.has(role)), ...laneRoles.filter(role => used.has(role))]
  const found = ranked(query, ordered,
    role => ({ title: words(nameOfRole(role)), alias: words(meaningOfRole(role)) }))
  return (
    <Dialog title={words('lanes.more')} onClose={onClose} width="wide">
      <p className="panel-hint">{words('lanes.moreText')}</p>
      <input ref={input} className="ds-input" type="search" aria-label={words('lanes.search')}
        placeholder={words('lanes.search')} value={query}
        onChange={event => setQuery(event.target.value)} />
      <ul className="lane-choices">
        {found.map(({ thing: role }) => (
          <li key={role}>
            <button type="button"
              onClick={() => {
                onClose()
                const lane = addLane(document, role)
                showObject(document, view, { kind: 'lane', id: lane, map: document.map })
              }}>
              <span className="lane-sign" style={{ color: `var(--wm-${hueOfRole(role)})`, background: `var(--wm-${hueOfRole(role)}-tint)` }}>
                <Icon name={iconOfRole(role)} />
              </span>
              <span className="lane-words">
                <strong>{words(nameOfRole(role))}{used.has(role) && <span className="count">{words('lanes.onMap')}</span>}</strong>
                <span>{words(meaningOfRole(role))}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="panel-hint">{words('panel.nothingFound')}</p>}
    </Dialog>
  )
}
