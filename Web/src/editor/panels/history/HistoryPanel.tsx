import { useEffect, useState } from 'react'
import { Button } from '../../../design/Button'
import { EmptyState } from '../../../design/EmptyState'
import { words } from '../../../words/words'
import { useEditor } from '../../view/services'
import { useRevisionOf } from '../fields/useObjects'
import { usePanels } from '../services/panels'
import { placeOf, showObject } from '../showing'
import { byDay } from './history'
import type { Revision } from './history'
import { RevisionRow } from './RevisionRow'
import type { MapDocument } from '../../../core/types'

const pageLength = 40
const revisionOf = (document: MapDocument): number => document.revision

/** What happened to the map, newest first. */
export function HistoryPanel(): JSX.Element {
  const { document, view } = useEditor()
  const { services } = usePanels()
  const newest = useRevisionOf(revisionOf)
  const [revisions, setRevisions] = useState<readonly Revision[] | null>(null)
  const [hasMore, setHasMore] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const load = async (before: number | null, isCurrent: () => boolean): Promise<void> => {
    try {
      const page = await services.history(document.map, before, pageLength)
      if (!isCurrent()) return
      setRevisions(known => before === null ? page : [...known ?? [], ...page])
      setHasMore(page.length === pageLength)
      setProblem(null)
    } catch (failure) {
      if (isCurrent()) setProblem(failure instanceof Error ? failure.message : String(failure))
    }
  }

  useEffect(() => {
    let isCurrent = true
    // Others type too: wait until a burst of changes is over.
    const timer = setTimeout(() => { void load(null, () => isCurrent) }, revisions === null ? 0 : 600)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [document, services, newest])

  if (problem !== null) return <p className="panel-section panel-hint is-problem" role="alert">{problem}</p>
  if (revisions === null) return <p className="panel-section panel-hint">{words('panel.loading')}</p>
  if (revisions.length === 0) {
    return <EmptyState icon="history" title={words('history.none')}>{words('history.noneText')}</EmptyState>
  }
  const dayOf = (at: Date): string => at.toLocaleDateString(undefined,
    { weekday: 'long', day: 'numeric', month: 'long' })
  const last = revisions[revisions.length - 1]
  return (
    <div className="history">
      {byDay(revisions, dayOf).map(day => (
        <section key={day.day} className="panel-section">
          <h3>{day.day}</h3>
          <ol className="revisions">
            {day.entries.map(revision => {
              const object = revision.edits.map(edit => edit.object).find(ref => placeOf(document,
                ref) !== null)
              return (
                <RevisionRow key={revision.number} revision={revision}
                  {...(object === undefined
                    ? {} : { onShow: () => { showObject(document, view, object) } })} />
              )
            })}
          </ol>
        </section>
      ))}
      {hasMore && last !== undefined && (
        <div className="panel-section">
          <Button size="small" onClick={() => { void load(last.number,
            () => true) }}>{words('history.older')}</Button>
        </div>
      )}
    </div>
  )
}
