import { useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { api } from '../../core'
import type { SearchHit } from '../../core'
import { Icon } from '../../design/Icon'
import type { IconName } from '../../design/icons'
import { words } from '../../words/words'
import { addressOf, kindOfHit, partsOf } from './hits'

interface SearchBoxProps {
  readonly nameOfMap: (id: string) => string | undefined
  readonly mapOf: (hit: SearchHit) => string | undefined
}

type Found =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'hits'; readonly query: string; readonly hits: readonly SearchHit[] }

const pause = 160
const most = 10
const signs: Partial<Record<SearchHit['kind'], IconName>> = {
  map: 'fit', card: 'text', persona: 'person', touchpoint: 'touchpoint', evidence: 'check', story: 'story',
  moment: 'story',
  stage: 'arrowRight', step: 'arrowRight', lane: 'grip',
}

/** Finds anything in the workspace; `/` leads here, arrows choose, Enter goes there. */
export function SearchBox({ nameOfMap, mapOf }: SearchBoxProps): JSX.Element {
  const [query, setQuery] = useState('')
  const [found, setFound] = useState<Found>({ kind: 'nothing' })
  const [marked, setMarked] = useState(0)
  const [isOpen, setOpen] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()
  useEffect(() => {
    const text = query.trim()
    if (text === '') { setFound({ kind: 'nothing' }); return undefined }
    const abort = new AbortController()
    const timer = setTimeout(() => {
      api.search(text, abort.signal).then(({ hits }) => {
        setFound({ kind: 'hits', query: text, hits: hits.slice(0, most) })
        setMarked(0)
      }).catch(() => { if (!abort.signal.aborted) setFound({ kind: 'failed' }) })
    }, pause)
    return () => { clearTimeout(timer); abort.abort() }
  }, [query])
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent): void => {
      const isTyping = event.target instanceof HTMLElement
        && event.target.matches('input, textarea, select, [contenteditable]')
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      input.current?.focus()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
  const hits = found.kind === 'hits' ? found.hits : []
  const isShown = isOpen && found.kind !== 'nothing'
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const hit = hits[marked]
    if (by !== 0 && hits.length > 0) {
      event.preventDefault()
      setOpen(true)
      setMarked((marked + by + hits.length) % hits.length)
    } else if (event.key === 'Enter' && isShown && hit !== undefined) {
      event.preventDefault()
      window.location.assign(addressOf(hit, mapOf))
    } else if (event.key === 'Escape') {
      if (query === '') input.current?.blur()
      setQuery('')
    }
  }
  return (
    <div className="hm-search" role="search">
      <Icon name="search" />
      <input ref={input} className="ds-input" type="text" role="combobox" aria-label={words('home.search')}
        autoComplete="off"
        placeholder={words('home.search')} aria-expanded={isShown && hits.length > 0}
          aria-autocomplete="list" maxLength={200}
        aria-controls={isShown && hits.length > 0 ? listId : undefined}
        aria-activedescendant={isShown && hits.length > 0 ? `${listId}-${marked}` : undefined}
        value={query} onChange={event => { setQuery(event.target.value); setOpen(true) }}
          onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)} onKeyDown={onKeyDown} />
      <kbd aria-hidden="true" title={words('home.searchKey')}>/</kbd>
      {isShown && (
        <div className="hm-results">
          {found.kind === 'failed' && <p>{words('home.searchFailed')}</p>}
          {found.kind === 'hits' && hits.length === 0
            && <p>{words('home.nothing', { query: found.query })}</p>}
          {hits.length > 0 && (
            <div id={listId} role="listbox" aria-label={words('home.search')}>
              {hits.map((hit, place) => (
                <div key={`${hit.kind}/${hit.map ?? ''}/${hit.id}`} id={`${listId}-${place}`} role="option"
                  aria-selected={place === marked}
                  onPointerMove={() => setMarked(place)}
                  onPointerDown={event => { event.preventDefault();
                    window.location.assign(addressOf(hit, mapOf)) }}>
                  <Icon name={signs[hit.kind] ?? 'text'} />
                  <span className="hm-hit">
                    <strong>{hit.title}</strong>
                    {hit.snippet !== '' && (
                      <span>{partsOf(hit.snippet).map((part, at) =>
                        (part.isFound ? <mark key={at}>{part.text}</mark>
                          : <span key={at}>{part.text}</span>))}</span>
                    )}
                  </span>
                  <small>{[words(kindOfHit(hit)), hit.map === undefined ? '' : nameOfMap(hit.map)
                    ?? ''].filter(part => part !== '').join(' · ')}</small>
                </div>
              ))}
            </div>
          )}
        </div>
      )}
      <span className="visually-hidden" role="status">
        {found.kind === 'hits' ? (hits.length === 0 ? words('home.nothing', { query: found.query })
          : words('home.results', { count: hits.length })) : ''}
      </span>
    </div>
  )
}
