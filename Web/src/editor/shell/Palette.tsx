import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Dialog } from '../../design/Dialog'
import { Icon } from '../../design/Icon'
import { words } from '../../words/words'
import { showKeys } from '../commands/keys'
import { useEditor } from '../view/services'
import { piecesOf } from '../panels/services/answers'
import type { Hit } from '../panels/services/panelServices'
import { usePanels } from '../panels/services/panels'
import { showObject } from '../panels/showing'
import { paletteGroups } from './paletteEntries'
import type { PaletteEntry } from './paletteEntries'
import { recentCommands, rememberCommand } from './recent'

/** Milliseconds of rest after which the server is asked. */
const searchPause = 150

/** Everything one can do and everything one can go to, by typing a few letters of it. */
export function Palette({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const { document, view, commands, services } = useEditor()
  const panels = usePanels()
  const [query, setQuery] = useState('')
  const [hits, setHits] = useState<readonly Hit[]>([])
  const [place, setPlace] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  const [recent] = useState(recentCommands)
  const context = { document, view, services }

  useEffect(() => {
    const asked = query.trim()
    if (asked.length < 2) {
      setHits([])
      return undefined
    }
    const control = new AbortController()
    const timer = setTimeout(() => {
      // A search that fails leaves the palette with what the browser knows itself.
      panels.services.search(asked, control.signal).then(setHits).catch(() => undefined)
    }, searchPause)
    return () => {
      clearTimeout(timer)
      control.abort()
    }
  }, [query, panels.services])

  const groups = useMemo(
    () => paletteGroups({ query, document,
      commands: commands.all.filter(command => command.isEnabled(context)), recent, hits }),
    // The context is the same for as long as the palette is open.
    [query, hits, commands, recent, document])
  const entries = groups.flatMap(group => group.entries)
  const current = Math.min(place, Math.max(0, entries.length - 1))

  useEffect(() => { list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }) }, [current, groups])

  const take = (entry: PaletteEntry | undefined): void => {
    if (entry === undefined) return
    onClose()
    // The dialog gives the focus back first; what is chosen then decides where it goes.
    requestAnimationFrame(() => {
      if (entry.kind === 'command') {
        rememberCommand(entry.command.id)
        commands.run(entry.command.id, context)
      } else if (entry.object !== null && showObject(document, view, entry.object)) {
        view.focusCanvas()
      } else if (entry.object?.kind === 'persona') {
        view.openPanel('personas')
      } else if (entry.address !== null) {
        window.location.assign(entry.address)
      }
    })
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const isClosing = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1
      setPlace(entries.length === 0 ? 0 : (current + step + entries.length) % entries.length)
    } else if (event.key === 'Enter') {
      take(entries[current])
    } else if (isClosing) {
      onClose()
    } else {
      return
    }
    event.preventDefault()
  }

  return (
    <Dialog title={words('shell.palette')} onClose={onClose} isBare>
      <div className="palette">
        <div className="palette-input">
          <Icon name="search" size={18} />
          <input type="text" role="combobox" autoFocus aria-label={words('palette.label')}
            aria-expanded="true" aria-controls={id}
            aria-autocomplete="list" aria-activedescendant={entries.length > 0 ? `${id}-${current}` : undefined}
            placeholder={words('palette.placeholder')} value={query} onKeyDown={onKeyDown}
            onChange={event => { setQuery(event.target.value); setPlace(0) }} />
          <kbd>Esc</kbd>
        </div>
        <div ref={list} id={id} className="palette-list" role="listbox" aria-label={words('shell.palette')}>
          {groups.map(group => (
            <div key={group.title} role="group" aria-label={group.title}>
              <p className="palette-group" aria-hidden="true">{group.title}</p>
              {group.entries.map(entry => {
                const index = entries.indexOf(entry)
                return (
                  <div key={entry.id} id={`${id}-${index}`} role="option" aria-selected={index === current} className="palette-entry"
                    onPointerMove={() => setPlace(index)} onClick={() => take(entry)}>
                    <Icon name={entry.icon} />
                    <span className="palette-title"><Marked text={entry.title} places={entry.places} /></span>
                    {entry.note !== '' && <span
                      className="palette-note">{piecesOf(entry.note).map((piece, at) =>
                      piece.isHit ? <mark key={at}>{piece.text}</mark> : <span
                        key={at}>{piece.text}</span>)}</span>}
                    {entry.kind === 'command' && entry.command.keys?.[0] !== undefined && (
                      <span className="ds-keys" aria-hidden="true">
                        {showKeys(entry.command.keys[0]).map(key => <kbd key={key}>{key}</kbd>)}
                      </span>
                    )}
                  </div>
                )
              })}
            </div>
          ))}
          {entries.length === 0 && <p className="palette-empty">{words('palette.nothing', { query })}</p>}
        </div>
      </div>
    </Dialog>
  )
}

/** A title with the letters that matched made bold. */
function Marked({ text,
  places }: { readonly text: string; readonly places: readonly number[] }): JSX.Element {
  if (places.length === 0) return <>{text}</>
  const marked = new Set(places)
  const pieces: { text: string; isHit: boolean }[] = []
  for (let index = 0; index < text.length; index += 1) {
    const isHit = marked.has(index)
    const last = pieces[pieces.length - 1]
    if (last?.isHit === isHit) last.text += text.charAt(index)
    else pieces.push({ text: text.charAt(index), isHit })
  }
  return <>{pieces.map((piece, index) => piece.isHit ? <b key={index}>{piece.text}</b> : <span
    key={index}>{piece.text}</span>)}</>
}
