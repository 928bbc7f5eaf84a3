import type { MapDocument } from '../../core/types'
import { Button, IconButton } from '../../design/Button'
import { Menu } from '../../design/Menu'
import type { MenuEntry } from '../../design/Menu'
import { Popover } from '../../design/Popover'
import { words } from '../../words/words'
import { showKeys } from '../commands/keys'
import { CurveFilter } from '../panels/views/CurveFilter'
import { LaneFilter } from '../panels/views/LaneFilter'
import { SavedViews } from '../panels/views/SavedViews'
import { useMayEdit, useRevisionOf } from '../panels/fields/useObjects'
import { useEditor } from '../view/services'
import { useView } from '../view/hooks'
import type { ViewState } from '../view/editorView'
import { MapTitle } from './MapTitle'
import { PanelToggles } from './PanelToggles'
import { Presence } from './Presence'
import { SaveStateButton } from './SaveStateButton'
import { isDark, toggleTheme } from './theme'
import { useMenu } from './useMenu'
import { ZoomControl } from './ZoomControl'

/** The slim bar above the map: what it is, what can be taken back, how one looks at it, who is here. */
export function TopBar(): JSX.Element {
  return (
    <header className="editor-bar">
      <a className="editor-brand" href="/" aria-label={words('shell.home')} title={words('shell.home')}>
        <img src="/assets/icon.svg" alt="" width={24} height={24} />
      </a>
      <MapTitle />
      <div className="bar-tools" role="group" aria-label={words('shell.tools')}>
        <UndoButtons />
        <span className="bar-line" />
        <ZoomControl />
        <ViewMenu />
      </div>
      <div className="bar-end">
        <SaveStateButton />
        <Presence />
        <PanelToggles />
        <ShareButton />
        <MoreMenu />
      </div>
    </header>
  )
}

const canUndo = (document: MapDocument): boolean => document.canUndo
const canRedo = (document: MapDocument): boolean => document.canRedo

export function UndoButtons(): JSX.Element {
  const { document, view, commands, services } = useEditor()
  const mayUndo = useRevisionOf(canUndo)
  const mayRedo = useRevisionOf(canRedo)
  const context = { document, view, services }
  const undo = mayUndo && document.nextUndo !== null
    ? words('shell.undoWhat', { intention: document.nextUndo }) : words('shell.undo')
  const redo = mayRedo && document.nextRedo !== null
    ? words('shell.redoWhat', { intention: document.nextRedo }) : words('shell.redo')
  return (
    <>
      <IconButton icon="undo" label={`${undo} (${showKeys('Mod+Z').join('+')})`} disabled={!mayUndo} onClick={() => commands.run('edit.undo', context)} />
      <IconButton icon="redo" label={`${redo} (${showKeys('Mod+Shift+Z').join('+')})`} disabled={!mayRedo} onClick={() => commands.run('edit.redo', context)} />
    </>
  )
}

const filterOf = (state: ViewState): ViewState['laneFilter'] => state.laneFilter

export function ViewMenu(): JSX.Element {
  const { view } = useEditor()
  const isEditable = useMayEdit()
  const menu = useMenu()
  const isFiltered = useView(view, filterOf) !== null
  const title = words(isFiltered ? 'view.filtered' : 'view.title')
  return (
    <>
      <Button ref={menu.button} kind="quiet" icon="filter" className={`bar-view${isFiltered ? ' is-filtered' : ''}`}
        aria-label={title} aria-haspopup="dialog" aria-expanded={menu.isOpen} onClick={menu.toggle}>
        <span className="bar-label">{title}</span>
      </Button>
      {menu.isOpen && menu.button.current !== null && (
        <Popover anchor={menu.button.current} label={words('view.title')} onClose={menu.close}
          className="view-popover">
          <LaneFilter />
          {isEditable && (
            <Button size="small" kind="quiet" icon="add"
              onClick={() => { menu.close(); view.openDialog('lanes') }}>
              {words('lanes.more')}
            </Button>
          )}
          <CurveFilter />
          <SavedViews onApplied={menu.close} />
        </Popover>
      )}
    </>
  )
}

function ShareButton(): JSX.Element | null {
  const { view } = useEditor()
  if (!useMayEdit()) return null
  return (
    <Button kind="primary" icon="share" className="bar-share" aria-label={words('shell.share')}
      onClick={() => view.openDialog('share')}>
      <span className="bar-label">{words('shell.shareShort')}</span>
    </Button>
  )
}

/** What is needed less often; on a small screen everything that found no room. */
export function MoreMenu(): JSX.Element {
  const { document, view } = useEditor()
  const menu = useMenu()
  const isEditable = useMayEdit()
  const isFull = useView(view, isFullOf)
  const map = encodeURIComponent(document.map)
  const entries: MenuEntry[] = [
    { title: words('shell.palette'), icon: 'search', keys: showKeys('Mod+K'),
      run: () => view.openDialog('palette') },
    'line',
    { title: words('shell.picture'), icon: 'image', run: () => window.location.assign(`/maps/${map}`) },
    { title: words('shell.present'), icon: 'front-stage', run: () => view.openDialog('present') },
    {
      title: words(isFull ? 'shell.leaveFullScreen' : 'shell.fullScreen'), icon: isFull
        ? 'exitFullScreen' : 'fullScreen',
      run: () => view.update({ isFullScreen: !isFull }),
    },
    { title: words('shell.fit'), icon: 'fit', run: () => view.fit() },
    ...(isEditable ? [{ title: words('shell.share'), icon: 'share' as const,
      run: () => view.openDialog('share') }] : []),
    'line',
    { title: words(isDark() ? 'shell.light' : 'shell.dark'), icon: 'sun', run: toggleTheme },
    { title: words('shell.keys'), icon: 'keyboard', keys: ['?'], run: () => view.openDialog('keys') },
    { title: words('shell.tour'), icon: 'help', run: () => view.openDialog('tour') },
  ]
  return (
    <>
      <IconButton ref={menu.button} icon="more" label={words('shell.more')} aria-haspopup="menu"
        aria-expanded={menu.isOpen}
        data-tour="more" onClick={menu.toggle} />
      {menu.isOpen && menu.button.current !== null && (
        <Menu anchor={menu.button.current} label={words('shell.more')} align="end" entries={entries}
          onClose={menu.close} />
      )}
    </>
  )
}

const isFullOf = (state: ViewState): boolean => state.isFullScreen
