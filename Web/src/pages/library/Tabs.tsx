import { useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { words } from '../../words/words'
import { libraryKinds } from './entries'
import type { LibraryKind } from './entries'
import { useItems } from './useLibrary'

interface TabsProps {
  readonly current: LibraryKind
  readonly onGo: (kind: LibraryKind) => void
}

/** The parts of the library, with how much is in each. */
export function Tabs({ current, onGo }: TabsProps): JSX.Element {
  const list = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent): void => {
    const place = libraryKinds.indexOf(current)
    const to = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0,
      End: libraryKinds.length - 1 }[event.key]
    const kind = to === undefined ? undefined : libraryKinds[(to + libraryKinds.length) % libraryKinds.length]
    if (kind === undefined) return
    event.preventDefault()
    onGo(kind)
    list.current?.querySelector<HTMLElement>(`#library-tab-${kind}`)?.focus()
  }
  return (
    <div ref={list} className="lb-tabs" role="tablist" aria-label={words('library.tabs')}
      onKeyDown={onKeyDown}>
      {libraryKinds.map(kind => <Tab key={kind} kind={kind} isCurrent={kind === current} onGo={onGo} />)}
    </div>
  )
}

function Tab({ kind, isCurrent, onGo }: { readonly kind: LibraryKind; readonly isCurrent: boolean;
  readonly onGo: TabsProps['onGo'] }):
JSX.Element {
  const { length } = useItems(kind)
  return (
    <button type="button" role="tab" id={`library-tab-${kind}`} aria-selected={isCurrent}
      aria-controls="library-panel"
      tabIndex={isCurrent ? 0 : -1} onClick={() => onGo(kind)}>
      {words(`library.tab.${kind}`)}<span className="lb-count">{length}</span>
    </button>
  )
}
