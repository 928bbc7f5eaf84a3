import { words } from '../../words/words'
import { PanelToggles } from './PanelToggles'
import { UndoButtons, ViewMenu } from './TopBar'

/** On a small screen: what a thumb needs, at the bottom. */
export function PhoneBar(): JSX.Element {
  return (
    <nav className="phone-bar" aria-label={words('shell.tools')}>
      <UndoButtons />
      <ViewMenu />
      <PanelToggles isLabelled />
    </nav>
  )
}
