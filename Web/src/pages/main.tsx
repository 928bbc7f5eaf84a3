import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { words } from '../words/words'
import { AccountPage } from './account/AccountPage'
import { Invitation } from './doors/Invitation'
import { Reset } from './doors/Reset'
import { Setup } from './doors/Setup'
import { SignIn } from './doors/SignIn'
import { DeskProvider, loadSession } from './frame/Desk'
import { WorkingPage } from './frame/WorkingPage'
import { HomeActions } from './home/HomeActions'
import { LibraryPage } from './library/LibraryPage'
import { PeoplePage } from './people/PeoplePage'
import { WizardPage } from './wizard/WizardPage'
import { applyTheme } from '../editor/shell/theme'

/** The page that `data-page` names; nothing for a name that is none. */
function pageOf(name: string | undefined, next: string | undefined): ReactNode {
  switch (name) {
    case 'setup': return <Setup />
    case 'sign-in': return <SignIn next={next} />
    case 'invitation': return <Invitation />
    case 'reset': return <Reset />
    case 'new': return <WorkingPage title={words('new.title')}><WizardPage /></WorkingPage>
    case 'library': return <WorkingPage title={words('library.title')}><LibraryPage /></WorkingPage>
    case 'people': return <WorkingPage title={words('people.title')}><PeoplePage /></WorkingPage>
    case 'account': return <WorkingPage title={words('account.title')}><AccountPage /></WorkingPage>
    default: return null
  }
}

/** The home page is whole without this part: if nobody can be asked, it stays as the server made it. */
async function startHome(place: HTMLElement): Promise<void> {
  const { person, workspace } = await loadSession()
  if (person === null) return
  createRoot(place).render(<DeskProvider person={person}
    workspaceName={workspace.name}><HomeActions /></DeskProvider>)
}

applyTheme()
const page = document.getElementById('page')
if (page !== null) createRoot(page).render(pageOf(page.dataset['page'], page.dataset['next']))
const home = document.getElementById('home-actions')
if (home !== null) startHome(home).catch(() => undefined)
