import { useCallback } from 'react'
import { api } from '../../core'
import { Button } from '../../design/Button'
import { Icon } from '../../design/Icon'
import { Skeleton } from '../../design/Skeleton'
import { words } from '../../words/words'
import { useDesk } from '../frame/Desk'
import { LoadProblem } from '../frame/LoadProblem'
import { exact, relative } from '../frame/moments'
import { sentenceOf } from '../frame/sentences'
import { useLoad } from '../frame/useLoad'
import { deviceName, isPhone } from './deviceName'

/** Where one is signed in; each place can be ended. */
export function SessionsSection(): JSX.Element {
  const { attempt, say, warn } = useDesk()
  const load = useCallback(() => attempt(() => api.sessions()), [attempt])
  const [loaded, reload] = useLoad(load)
  const end = async (ids: readonly string[], done: string): Promise<void> => {
    try {
      for (const id of ids) await attempt(() => api.endSession(id))
      say(done)
    } catch (problem) {
      warn(sentenceOf(problem))
    }
    await reload()
  }
  const sessions = loaded.kind === 'ready'
    ? [...loaded.value].sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent)
      || b.lastSeenAt - a.lastSeenAt) : []
  const others = sessions.filter(({ isCurrent }) => !isCurrent).map(({ id }) => id)
  return (
    <section className="wp-card ac-section" aria-labelledby="sessions-title">
      <div className="ac-line">
        <div><h2 id="sessions-title">{words('account.sessions')}</h2><p className="soft">{words('account.sessionsText')}</p></div>
        {others.length > 0 && (
          <Button onClick={() => void end(others, words('account.othersEnded',
            { count: others.length }))}>{words('account.endOthers')}</Button>
        )}
      </div>
      {loaded.kind === 'loading' && <Skeleton rows={2} />}
      {loaded.kind === 'failed' && <LoadProblem problem={loaded.problem} onRetry={() => void reload()} />}
      {loaded.kind === 'ready' && (
        <ul className="ac-sessions">
          {sessions.map(({ id, device, createdAt, lastSeenAt, isCurrent }) => {
            const name = deviceName(device)
            return (
              <li key={id}>
                <span className="pe-sign"><Icon name={isPhone(device) ? 'mobile' : 'site'} size={18} /></span>
                <div className="pe-who">
                  <strong>{name}{isCurrent
                    && <em className="wz-badge">{words('account.thisDevice')}</em>}</strong>
                  <span title={exact(lastSeenAt)}>
                    {words('account.lastUsed', { when: relative(lastSeenAt) })} · {words('account.since',
                      { when: exact(createdAt) })}
                  </span>
                </div>
                {!isCurrent && (
                  <Button size="small" aria-label={words('account.endLabel', { device: name })}
                    onClick={() => void end([id], words('account.ended'))}>
                    {words('account.end')}
                  </Button>
                )}
              </li>
            )
          })}
        </ul>
      )}
      {loaded.kind === 'ready' && others.length === 0
        && <p className="soft small">{words('account.onlyThis')}</p>}
    </section>
  )
}
