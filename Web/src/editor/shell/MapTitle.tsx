import { useRef, useState } from 'react'
import { Icon } from '../../design/Icon'
import { Menu } from '../../design/Menu'
import { words } from '../../words/words'
import { useEditor } from '../view/services'
import { setProperty } from '../panels/changes/changes'
import { useDraft } from '../panels/fields/useDraft'
import { useItem, useMap, useMayEdit } from '../panels/fields/useObjects'
import { mapKinds, mapStates } from '../panels/maps/choices'
import { usePanels } from '../panels/services/panels'
import { textOf } from '../panels/values/reading'
import { useMenu } from './useMenu'

/** Workspace and map, the name changed where it stands; below it what the map is about. */
export function MapTitle(): JSX.Element {
  const { workspaceName } = usePanels()
  const map = useMap()
  const product = useItem({ kind: 'product', id: textOf(map, 'product') })
  const audience = useItem({ kind: 'audience', id: textOf(map, 'audience') })
  const about = [textOf(product, 'name'), textOf(audience, 'name')].filter(name => name !== '').join(' × ')
  return (
    <div className="map-title">
      <div className="map-crumbs">
        <a href="/" className="map-workspace">{workspaceName === ''
          ? words('shell.workspace') : workspaceName}</a>
        <span className="map-slash" aria-hidden="true">/</span>
        <MapName />
      </div>
      <div className="map-about">
        {about !== '' && <span className="map-pair">{about}</span>}
        <MapChoice property="state" label={words('map.state')} choices={mapStates.map(name => ({ name, title: words(`mapState.${name}`) }))} />
        <MapChoice property="kind" label={words('map.kind')} choices={mapKinds.map(name => ({ name, title: words(`mapKind.${name}`) }))} />
      </div>
    </div>
  )
}

function MapName(): JSX.Element {
  const { document, view } = useEditor()
  const map = useMap()
  const isEditable = useMayEdit()
  const [isEditing, setEditing] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const name = textOf(map, 'name')
  const draft = useDraft(name, text => {
    if (map !== undefined && text.trim() !== '') setProperty(document, map.ref, 'name', text.trim(),
      words('change.renameMap'))
  })
  if (!isEditing) {
    return (
      <h1 className="map-name">
        <button type="button" disabled={!isEditable} title={isEditable ? words('shell.rename') : name}
          onClick={() => { setEditing(true); requestAnimationFrame(() => input.current?.select()) }}>
          {name === '' ? words('panel.untitled') : name}
        </button>
      </h1>
    )
  }
  const end = (): void => {
    draft.finish()
    setEditing(false)
  }
  return (
    <span className="map-name-editor" data-text={draft.text}>
      <input ref={input} autoFocus value={draft.text} aria-label={words('shell.mapName')} maxLength={200}
        size={Math.max(8, draft.text.length)}
        onChange={event => draft.type(event.target.value)} onBlur={end}
        onKeyDown={event => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Escape') draft.cancel()
          if (event.key !== 'Enter' && event.key !== 'Escape') return
          event.preventDefault()
          event.stopPropagation()
          end()
          view.focusCanvas()
        }} />
    </span>
  )
}

interface MapChoiceProps {
  readonly property: 'kind' | 'state'
  readonly label: string
  readonly choices: readonly { readonly name: string; readonly title: string }[]
}

/** A property of the map with few values, as a quiet menu. */
function MapChoice({ property, label, choices }: MapChoiceProps): JSX.Element | null {
  const { document } = useEditor()
  const map = useMap()
  const isEditable = useMayEdit()
  const menu = useMenu()
  const value = textOf(map, property)
  const title = choices.find(choice => choice.name === value)?.title
  if (map === undefined || title === undefined) return null
  return (
    <>
      <button ref={menu.button} type="button" className={`map-choice is-${value}`} disabled={!isEditable} aria-haspopup="menu"
        aria-expanded={menu.isOpen} aria-label={`${label}: ${title}`} onClick={menu.toggle}>
        {title}{isEditable && <Icon name="chevronDown" size={12} />}
      </button>
      {menu.isOpen && menu.button.current !== null && (
        <Menu anchor={menu.button.current} label={label} onClose={menu.close}
          entries={choices.map(choice => ({
            title: choice.title, isChecked: choice.name === value,
            run: () => setProperty(document, map.ref, property, choice.name,
              words('change.set', { name: label })),
          }))} />
      )}
    </>
  )
}
