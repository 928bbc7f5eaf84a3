import { api } from '../../core'
import type { Invitation, Person } from '../../core'
import { Button } from '../../design/Button'
import { Icon } from '../../design/Icon'
import { words } from '../../words/words'
import { useDesk } from '../frame/Desk'
import { exact, relative } from '../frame/moments'
import { sentenceOf } from '../frame/sentences'

interface InvitationListProps {
  readonly invitations: readonly Invitation[]
  readonly people: readonly Person[]
  readonly onChanged: () => void
}

/** The links that still let somebody in. */
export function InvitationList({ invitations, people, onChanged }: InvitationListProps): JSX.Element {
  const { attempt, say, warn } = useDesk()
  const revoke = async (id: string): Promise<void> => {
    try {
      await attempt(() => api.withdrawInvitation(id))
      say(words('people.revoked'))
    } catch (problem) {
      warn(sentenceOf(problem))
    }
    onChanged()
  }
  return (
    <section aria-labelledby="invitations-title">
      <h2 id="invitations-title">{words('people.invitations')}</h2>
      {invitations.length === 0 && <p className="soft">{words('people.invitations.none')}</p>}
      {invitations.length > 0 && (
        <ul className="wp-card pe-list">
          {invitations.map(({ id, role, note, createdBy, expiresAt }) => {
            const whom = note === undefined || note === '' ? words('people.invitation.forAnyone')
              : words('people.invitation.for', { note })
            return (
              <li key={id} className="pe-row">
                <span className="pe-sign"><Icon name="link" size={18} /></span>
                <div className="pe-who">
                  <strong>{whom}</strong>
                  <span title={exact(expiresAt)}>
                    {words('people.invitation.by', {
                      name: people.find(each => each.id === createdBy)?.name ?? '–',
                        when: relative(expiresAt),
                    })}
                  </span>
                </div>
                <span className="pe-rank">{words(`memberRole.${role}`)}</span>
                <Button size="small" aria-label={words('people.revoke.label', { note: whom })}
                  onClick={() => void revoke(id)}>
                  {words('people.revoke')}
                </Button>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
