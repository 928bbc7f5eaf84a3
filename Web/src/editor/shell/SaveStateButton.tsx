import type { MapDocument, SaveState } from '../../core/types'
import { Icon } from '../../design/Icon'
import type { IconName } from '../../design/icons'
import { Popover } from '../../design/Popover'
import { words } from '../../words/words'
import { useRevisionOf } from '../panels/fields/useObjects'
import { useMenu } from './useMenu'

const stateOf = (document: MapDocument): SaveState => document.saveState

const signs: Readonly<Record<SaveState['kind'], IconName>> = {
  saved: 'check', saving: 'redo', offline: 'cloudOff', problem: 'warning',
}

/** Whether everything is safe, in two words; more when one asks. */
export function SaveStateButton(): JSX.Element {
  const state = useRevisionOf(stateOf)
  const menu = useMenu()
  return (
    <>
      <button ref={menu.button} type="button" className={`save-state is-${state.kind}`} aria-haspopup="dialog" aria-expanded={menu.isOpen}
        aria-label={words('save.label', { state: shortText(state) })} onClick={menu.toggle}>
        <Icon name={signs[state.kind]} size={14} />
        <span className="bar-label">{shortText(state)}</span>
      </button>
      {menu.isOpen && menu.button.current !== null && (
        <Popover anchor={menu.button.current} label={words('save.title')} onClose={menu.close} align="end"
          className="save-popover">
          <h4>{shortText(state)}</h4>
          <p>{state.kind === 'problem' ? state.message : words(`save.explain.${state.kind}`)}</p>
          {state.kind !== 'saved' && state.waiting > 0 && <p
            className="soft">{words('save.waiting', { count: state.waiting })}</p>}
        </Popover>
      )}
    </>
  )
}

export function shortText(state: SaveState): string {
  switch (state.kind) {
    case 'saved': return words('save.saved')
    case 'saving': return words('save.saving')
    case 'offline': return state.waiting === 0
      ? words('save.offlineShort') : words('save.offlineWaiting', { count: state.waiting })
    case 'problem': return words('save.problem')
  }
}
