import { useCallback, useState } from 'react'
import { api } from '../../core'
import type { Invitation, Person } from '../../core'
import { Button } from '../../design/Button'
import { EmptyState } from '../../design/EmptyState'
import { Skeleton } from '../../design/Skeleton'
import { words } from '../../words/words'
import { useDesk } from '../frame/Desk'
import { LoadProblem } from '../frame/LoadProblem'
import { Notice } from '../frame/Notice'
import { PageHead } from '../frame/PageHead'
import { useLoad } from '../frame/useLoad'
import { InvitationList } from './InvitationList'
import { InviteDialog } from './InviteDialog'
import { MemberRow } from './MemberRow'
import { inOrder, isLastOwner } from './roles'
import { RoleGuide } from './RoleGuide'

interface Everybody { readonly people: readonly Person[]; readonly invitations: readonly Invitation[] }

/** Who works here, who is invited, and what each role may do. */
export function PeoplePage(): JSX.Element {
  const { person, isOwner, attempt } = useDesk()
  const load = useCallback(() => attempt(async (): Promise<Everybody> => {
    const [people, invitations] = await Promise.all([api.people(), isOwner ? api.invitations() : []])
    return { people, invitations }
  }), [attempt, isOwner])
  const [loaded, reload] = useLoad(load)
  const [isInviting, setInviting] = useState(false)
  const inviteButton = isOwner && <Button kind="primary" icon="add"
    onClick={() => setInviting(true)}>{words('people.invite')}</Button>
  return (
    <div className="wp-page is-narrow">
      <PageHead title={words('people.title')} lead={words('people.lead')}>{inviteButton}</PageHead>
      {loaded.kind === 'loading' && <Skeleton rows={4} />}
      {loaded.kind === 'failed' && <LoadProblem problem={loaded.problem} onRetry={() => void reload()} />}
      {loaded.kind === 'ready' && (
        <>
          {!isOwner && (
            <Notice tone="plain">
              {words('people.onlyOwners', {
                names: loaded.value.people.filter(each => each.role === 'owner'
                  && each.isActive !== false).map(each => each.name).join(', '),
              })}
            </Notice>
          )}
          <section aria-labelledby="members-title">
            <h2 id="members-title">{words('people.members')} <span className="lb-count">{loaded.value.people.length}</span></h2>
            <ul className="wp-card pe-list">
              {inOrder(loaded.value.people, person.id).map(each => (
                <MemberRow key={each.id} member={each} isLastOwner={isLastOwner(each, loaded.value.people)}
                  onChanged={() => void reload()} />
              ))}
            </ul>
            {loaded.value.people.length === 1 && isOwner && (
              <div className="wp-card pe-alone">
                <EmptyState icon="people" title={words('people.alone')}
                  action={inviteButton}>{words('people.alone.text')}</EmptyState>
              </div>
            )}
          </section>
          {isOwner && (
            <InvitationList invitations={loaded.value.invitations} people={loaded.value.people}
              onChanged={() => void reload()} />
          )}
          <RoleGuide />
        </>
      )}
      {isInviting && <InviteDialog onClose={() => setInviting(false)} onMade={() => void reload()} />}
    </div>
  )
}
