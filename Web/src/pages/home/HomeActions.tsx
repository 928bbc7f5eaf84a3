import { useCallback } from 'react'
import type { SearchHit } from '../../core'
import { Icon } from '../../design/Icon'
import { Skeleton } from '../../design/Skeleton'
import { words } from '../../words/words'
import { useDesk } from '../frame/Desk'
import { LoadProblem } from '../frame/LoadProblem'
import { exact, relative } from '../frame/moments'
import { useLoad } from '../frame/useLoad'
import { Checklist } from './Checklist'
import { loadHome } from './loadHome'
import type { RecentMap } from './recentMaps'
import { SearchBox } from './SearchBox'

/** What one does on the home page: begin a map, go on with one, find something, see what comes first. */
export function HomeActions(): JSX.Element {
  const { person, mayEdit, isOwner, attempt } = useDesk()
  const load = useCallback(() => attempt(() => loadHome(person.id, isOwner)), [attempt, person.id, isOwner])
  const [loaded, reload] = useLoad(load)
  const home = loaded.kind === 'ready' ? loaded.value : null
  const nameOfMap = useCallback((id: string) => home?.maps.find(map => map.id === id)?.name, [home])
  const mapOf = useCallback((hit: SearchHit) => (hit.kind === 'persona'
    ? home?.maps.find(map => map.personas.includes(hit.id))?.id : undefined) ?? home?.maps[0]?.id, [home])
  return (
    <div className="hm">
      <div className="hm-bar">
        <SearchBox nameOfMap={nameOfMap} mapOf={mapOf} />
        {mayEdit && <a className="button primary hm-new"
          href="/new"><Icon name="add" />{words('home.new')}</a>}
      </div>
      {loaded.kind === 'failed' && <LoadProblem problem={loaded.problem} onRetry={() => void reload()} />}
      {loaded.kind === 'loading' && <Skeleton rows={1} />}
      {home !== null && home.recent.length > 0 && <Recent maps={home.recent} />}
      {home !== null && mayEdit && <Checklist facts={home.facts} isOwner={isOwner} />}
    </div>
  )
}

function Recent({ maps }: { readonly maps: readonly RecentMap[] }): JSX.Element {
  return (
    <section aria-labelledby="recent-title">
      <h2 id="recent-title">{words('home.recent')}</h2>
      <ul className="hm-recent">
        {maps.map(({ id, name, at, intention }) => (
          <li key={id}>
            <a href={`/maps/${encodeURIComponent(id)}/edit`}>
              <span className="pe-sign"><Icon name="edit" size={18} /></span>
              <span className="pe-who">
                <strong>{name}</strong>
                <span title={exact(at)}>
                  {intention === null ? words('home.recentOpened', { when: relative(at) })
                    : words('home.recentEdited', { when: relative(at), what: intention })}
                </span>
              </span>
              <Icon name="arrowRight" />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
