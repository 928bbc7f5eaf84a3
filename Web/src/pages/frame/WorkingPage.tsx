import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { Skeleton } from '../../design/Skeleton'
import { DeskProvider, loadSession } from './Desk'
import { LoadProblem } from './LoadProblem'
import { useLoad } from './useLoad'

interface WorkingPageProps {
  readonly title: string
  readonly children: ReactNode
}

/** A page for somebody who is signed in; anybody else is sent to the door and comes back afterwards. */
export function WorkingPage({ title, children }: WorkingPageProps): JSX.Element {
  const [session, reload] = useLoad(loadSession)
  const workspace = session.kind === 'ready' ? session.value.workspace.name : ''
  useEffect(() => {
    document.title = [title, workspace, 'Waymark'].filter(part => part !== '').join(' · ')
  }, [title, workspace])
  if (session.kind === 'loading') return <div className="wp-page"><Skeleton rows={5} /></div>
  if (session.kind === 'failed') return <LoadProblem problem={session.problem}
    onRetry={() => void reload()} />
  const { person, needsSetup } = session.value
  if (person === null) return <ToTheDoor needsSetup={needsSetup} />
  return <DeskProvider person={person} workspaceName={workspace}>{children}</DeskProvider>
}

/** Leads to the sign-in, from which one comes back to this page. */
function ToTheDoor({ needsSetup }: { readonly needsSetup: boolean }): JSX.Element {
  useEffect(() => {
    const here = window.location.pathname + window.location.search + window.location.hash
    window.location.assign(needsSetup ? '/setup' : `/sign-in?next=${encodeURIComponent(here)}`)
  }, [needsSetup])
  return <div className="wp-page"><Skeleton rows={5} /></div>
}
