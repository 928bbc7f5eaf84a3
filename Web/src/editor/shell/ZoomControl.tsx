import { IconButton } from '../../design/Button'
import { Menu } from '../../design/Menu'
import { words } from '../../words/words'
import { useView } from '../view/hooks'
import type { ViewState } from '../view/editorView'
import { useEditor } from '../view/services'
import { useMenu } from './useMenu'

const zoomOf = (state: ViewState): number => state.zoom
const steps = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2] as const

/** Nearer and further, with the usual sizes in a menu. */
export function ZoomControl(): JSX.Element {
  const { view } = useEditor()
  const zoom = useView(view, zoomOf)
  const menu = useMenu()
  const smaller = [...steps].reverse().find(step => step < zoom - 0.001)
  const larger = steps.find(step => step > zoom + 0.001)
  const percent = (value: number): string => `${Math.round(value * 100)}\u00a0%`
  return (
    <div className="zoom-control" role="group" aria-label={words('zoom.title')}>
      <IconButton icon="zoomOut" label={words('zoom.out')} disabled={smaller === undefined}
        onClick={() => view.setZoom(smaller ?? zoom)} />
      <button ref={menu.button} type="button" className="zoom-value" aria-haspopup="menu"
        aria-expanded={menu.isOpen}
        aria-label={words('zoom.now', { percent: percent(zoom) })}
        onClick={menu.toggle}>{percent(zoom)}</button>
      <IconButton icon="zoomIn" label={words('zoom.in')} disabled={larger === undefined}
        onClick={() => view.setZoom(larger ?? zoom)} />
      {menu.isOpen && menu.button.current !== null && (
        <Menu anchor={menu.button.current} label={words('zoom.title')} onClose={menu.close}
          entries={[
            { title: words('shell.fit'), icon: 'fit', run: () => view.fit() },
            'line',
            ...steps.map(step => ({ title: percent(step), isChecked: step === zoom,
              run: () => view.setZoom(step) })),
          ]} />
      )}
    </div>
  )
}
