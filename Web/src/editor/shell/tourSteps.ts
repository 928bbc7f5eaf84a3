/** The person's setting that says the tour was seen. */
export const tourSetting = 'hasSeenEditorTour'

/** The five steps; each stands beside the first of its anchors that can be seen. */
export const tourSteps = [
  { name: 'map', anchors: ['[data-tour="canvas"]'] },
  { name: 'cells', anchors: ['[data-tour="cell"]', '[role="gridcell"]', '[data-tour="canvas"]'] },
  { name: 'details', anchors: ['[data-tour="inspector"]'] },
  { name: 'findings', anchors: ['[data-tour="findings"]'] },
  { name: 'commands', anchors: ['[data-tour="more"]'] },
] as const

export interface Box { readonly left: number; readonly top: number; readonly width: number; readonly height: number }
export interface Size { readonly width: number; readonly height: number }

const gap = 12

/**
 * Where a card of this size goes beside a box: below it, else above, else inside near its middle; in the middle of
 * the window if there is no box. Always wholly inside the window.
 */
export function besideBox(box: Box | null, card: Size,
  window: Size): { readonly left: number; readonly top: number } {
  const inside = (left: number, top: number): { left: number; top: number } => ({
    left: Math.max(gap, Math.min(left, window.width - card.width - gap)),
    top: Math.max(gap, Math.min(top, window.height - card.height - gap)),
  })
  if (box === null) return inside((window.width - card.width) / 2, (window.height - card.height) / 2)
  const left = box.left + box.width / 2 - card.width / 2
  const below = box.top + box.height + gap
  if (below + card.height + gap <= window.height) return inside(left, below)
  const above = box.top - card.height - gap
  if (above >= gap) return inside(left, above)
  return inside(left, box.top + box.height / 2 - card.height / 2)
}
