import { useEffect, useMemo } from 'react'
import type { Ref } from '../../../core/types'
import { words } from '../../../words/words'
import { useEditor } from '../../view/services'
import { ClosedSection } from '../fields/Section'
import { useFetched, usePanels } from '../services/panels'
import { Refreshed } from '../services/refreshed'
import { touching } from './history'
import { RevisionRow } from './RevisionRow'

/** How far back the history of one object is searched. */
const searched = 200

/** Who changed an object, and when: fetched only when somebody wants to know. */
export function ObjectHistory({ object }: { readonly object: Ref }): JSX.Element {
  return <ClosedSection title={words('history.ofObject')}
    icon="history">{() => <Changes object={object} />}</ClosedSection>
}

function Changes({ object }: { readonly object: Ref }): JSX.Element {
  const { document } = useEditor()
  const { services } = usePanels()
  const source = useMemo(() => new Refreshed(() => services.history(document.map, null, searched)),
    [document, services])
  const { content, problem } = useFetched(source)
  useEffect(() => {
    void source.refresh()
    return () => source.close()
  }, [source])
  if (problem !== null) return <p className="panel-hint is-problem">{problem}</p>
  if (content === null) return <p className="panel-hint">{words('panel.loading')}</p>
  const own = touching(content, object)
  if (own.length === 0) return <p className="panel-hint">{words('history.noneOfObject')}</p>
  return <ol className="revisions">{own.map(revision => <RevisionRow key={revision.number}
    revision={revision} showsDay />)}</ol>
}
