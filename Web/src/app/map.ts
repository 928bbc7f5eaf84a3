import { toggled } from '../model/preferences'
import { label, zoomed, type Zoom, type ZoomCommand } from '../model/zoom'
import { openDetail } from './panel'
import { load, save } from './storage'

function all<E extends Element>(root: ParentNode, selector: string): readonly E[] {
  return Array.from(root.querySelectorAll<E>(selector))
}

/** Zoom buttons, and Ctrl or ⌘ with the wheel; the picture is scaled by its width, so that text stays sharp. */
function startZoom(frame: HTMLElement, picture: SVGSVGElement): void {
  const natural = picture.viewBox.baseVal.width
  const shown = document.querySelector<HTMLElement>('[data-zoom-label]')
  let zoom: Zoom = { scale: 1 }
  const run = (command: ZoomCommand, anchor?: { readonly x: number; readonly y: number }): void => {
    const before = zoom.scale
    zoom = zoomed(zoom, command)
    const ratio = zoom.scale / before
    const box = frame.getBoundingClientRect()
    const x = anchor === undefined ? box.width / 2 : anchor.x - box.left
    const y = anchor === undefined ? box.height / 2 : anchor.y - box.top
    const left = (frame.scrollLeft + x) * ratio - x
    const top = (frame.scrollTop + y) * ratio - y
    picture.setAttribute('width', String(Math.round(natural * zoom.scale)))
    picture.removeAttribute('height')
    frame.scrollTo(left, top)
    if (shown !== null) shown.textContent = label(zoom)
  }
  const fit = (): void => run({ type: 'fit', content: natural, viewport: frame.clientWidth - 2 })
  for (const button of all<HTMLButtonElement>(document, '[data-zoom]')) {
    button.addEventListener('click', () => {
      switch (button.dataset['zoom']) {
        case 'in':
          return run({ type: 'in' })
        case 'out':
          return run({ type: 'out' })
        case 'actual':
          return run({ type: 'actual' })
        default:
          return fit()
      }
    })
  }
  frame.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      run({ type: event.deltaY < 0 ? 'in' : 'out' }, { x: event.clientX, y: event.clientY })
    },
    { passive: false },
  )
  if (window.innerWidth > 700) fit()
  else run({ type: 'actual' })
}

/** Overlay and lane switches: they hide groups of the drawn picture, nothing is drawn anew. */
function startToggles(picture: SVGSVGElement): void {
  const show = (): void => {
    const { hiddenOverlays, hiddenLanes } = load()
    for (const group of all<SVGGElement>(picture, '[data-overlay]')) {
      group.classList.toggle('is-hidden', hiddenOverlays.includes(group.dataset['overlay'] ?? ''))
    }
    for (const group of all<SVGGElement>(picture, '[data-lane]')) {
      group.classList.toggle('is-faded', hiddenLanes.includes(group.dataset['lane'] ?? ''))
    }
    for (const box of all<HTMLInputElement>(document, 'input[data-toggle-overlay]')) {
      box.checked = !hiddenOverlays.includes(box.value)
    }
    for (const box of all<HTMLInputElement>(document, 'input[data-toggle-lane]')) {
      box.checked = !hiddenLanes.includes(box.value)
    }
  }
  for (const box of all<HTMLInputElement>(document, 'input[data-toggle-overlay]')) {
    box.addEventListener('change', () => {
      const chosen = load()
      save({ ...chosen, hiddenOverlays: toggled(chosen.hiddenOverlays, box.value) })
      show()
    })
  }
  for (const box of all<HTMLInputElement>(document, 'input[data-toggle-lane]')) {
    box.addEventListener('change', () => {
      const chosen = load()
      save({ ...chosen, hiddenLanes: toggled(chosen.hiddenLanes, box.value) })
      show()
    })
  }
  show()
}

function detailAddress(group: Element, base: string): string | null {
  const facts = (group as SVGElement).dataset
  if (facts['card'] !== undefined) return `${base}/cards/${facts['card']}`
  if (facts['touchpoint'] !== undefined) return `${base}/touchpoints/${facts['touchpoint']}`
  if (facts['stage'] !== undefined) return `${base}/stages/${facts['stage']}`
  return null
}

/** A click or Enter on a stage, touchpoint or card opens its numbers and evidence beside the map. */
function startDetails(frame: HTMLElement, picture: SVGSVGElement): void {
  const base = frame.dataset['map']
  if (base === undefined) return
  const open = (target: EventTarget | null): boolean => {
    if (!(target instanceof Element)) return false
    const group = target.closest('[data-card],[data-touchpoint],[data-stage]')
    if (group === null || !picture.contains(group)) return false
    const address = detailAddress(group, base)
    if (address === null) return false
    void openDetail(address, group)
    return true
  }
  picture.addEventListener('click', (event) => void open(event.target))
  picture.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    if (open(event.target)) event.preventDefault()
  })
}

export function startMap(): void {
  const frame = document.querySelector<HTMLElement>('.map-frame')
  const picture = frame?.querySelector('svg') ?? null
  if (frame === null || picture === null) return
  startZoom(frame, picture)
  startToggles(picture)
  startDetails(frame, picture)
}
