import { useCallback, useEffect, useMemo, useState } from 'react'
import { openWorkspace } from '../../core'
import type { MapDocument } from '../../core'
import { Skeleton } from '../../design/Skeleton'
import { words } from '../../words/words'
import { useDesk } from '../frame/Desk'
import { LoadProblem } from '../frame/LoadProblem'
import { Notice } from '../frame/Notice'
import { PageHead } from '../frame/PageHead'
import { useLoad } from '../frame/useLoad'
import { libraryKinds } from './entries'
import type { LibraryKind } from './entries'
import { LibraryHistory } from './history'
import { HistoryButtons } from './HistoryButtons'
import { NamedList } from './NamedList'
import { SavedNote } from './SavedNote'
import { Tabs } from './Tabs'
import { TouchpointsView } from './TouchpointsView'
import { LibraryProvider } from './useLibrary'
import { useUsage } from './useUsage'

/** What all maps share: touchpoints, channels, departments, products and audiences. */
export function LibraryPage(): JSX.Element {
  const { attempt } = useDesk()
  const load = useCallback(() => attempt(openWorkspace), [attempt])
  const [loaded, reload] = useLoad(load)
  if (loaded.kind === 'failed') return <LoadProblem problem={loaded.problem} onRetry={() => void reload()} />
  return (
    <div className="wp-page">
      {loaded.kind === 'ready' ? <OpenLibrary document={loaded.value} />
        : <><PageHead title={words('library.title')} lead={words('library.lead')} /><Skeleton rows={7} /></>}
    </div>
  )
}

/** The part that the address asks for: `#channel`, or `#touchpoint/ID`. */
function partOfAddress(): { readonly kind: LibraryKind; readonly id: string | null } {
  const [kind, id] = window.location.hash.replace(/^#/, '').split('/')
  return { kind: libraryKinds.find(each => each === kind) ?? 'touchpoint', id: id === undefined || id === ''
    ? null : decodeURIComponent(id) }
}

function OpenLibrary({ document }: { readonly document: MapDocument }): JSX.Element {
  const desk = useDesk()
  const [part, setPart] = useState(partOfAddress)
  const { usage, hasFailed, refresh } = useUsage(document)
  const history = useMemo(() => new LibraryHistory(document), [document])
  const library = useMemo(
    () => ({ document, history, mayEdit: desk.mayEdit, usage, refreshUsage: refresh }),
    [document, history, desk.mayEdit, usage, refresh])
  useEffect(() => () => document.close(), [document])
  useEffect(() => document.onNotice(({ message, hint }) =>
    desk.warn([message, hint ?? ''].join(' ').trim())), [document, desk])
  useEffect(() => {
    const follow = (): void => setPart(partOfAddress())
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [])
  const go = (kind: LibraryKind, id: string | null = null): void => {
    window.history.replaceState(null, '', id === null ? `#${kind}` : `#${kind}/${encodeURIComponent(id)}`)
    setPart({ kind, id })
  }
  return (
    <LibraryProvider value={library}>
      <PageHead title={words('library.title')} lead={words('library.lead')}>
        <SavedNote />
        {desk.mayEdit && <HistoryButtons />}
      </PageHead>
      {!desk.mayEdit && <Notice tone="plain">{words('page.viewOnly')}</Notice>}
      <Tabs current={part.kind} onGo={kind => go(kind)} />
      <div role="tabpanel" id="library-panel" aria-labelledby={`library-tab-${part.kind}`}>
        {part.kind === 'touchpoint'
          ? <TouchpointsView open={part.id} onOpen={id => go('touchpoint', id)}
            isUsageKnown={usage !== null || !hasFailed} />
          : <NamedList key={part.kind} kind={part.kind} />}
      </div>
    </LibraryProvider>
  )
}
