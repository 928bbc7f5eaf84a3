import { words } from '../../../words/words'
import type { CardStanding } from '../services/panelServices'

/** How sure a card may be of itself: the mark of the map, in words and with its counts. */
export function StandingNote({ standing }: { readonly standing: CardStanding }): JSX.Element {
  const name = words(`standing.${standing.status}`)
  return (
    <div className={`standing-note is-${standing.status}`}>
      <p>
        <span className={`standing ${standing.status}`} aria-hidden="true" />
        <strong>{standing.isStale ? words('standing.stale', { name }) : name}</strong>
      </p>
      {standing.summary !== '' && <p className="standing-summary">{standing.summary}</p>}
    </div>
  )
}
