/** Zoom as a pure value: a scale within limits, stepped in even ratios. */
export interface Zoom {
  readonly scale: number
}

const least = 0.2
const most = 4
const step = 1.25

function clamped(scale: number): Zoom {
  return { scale: Math.min(most, Math.max(least, scale)) }
}

export type ZoomCommand =
  | { readonly type: 'in' }
  | { readonly type: 'out' }
  | { readonly type: 'actual' }
  | { readonly type: 'fit'; readonly content: number; readonly viewport: number }

export function zoomed(zoom: Zoom, command: ZoomCommand): Zoom {
  switch (command.type) {
    case 'in':
      return clamped(zoom.scale * step)
    case 'out':
      return clamped(zoom.scale / step)
    case 'actual':
      return { scale: 1 }
    case 'fit':
      return command.content > 0 ? clamped(command.viewport / command.content) : zoom
  }
}

/** "80 %", as shown between the buttons. */
export function label(zoom: Zoom): string {
  return `${Math.round(zoom.scale * 100)}\u00a0%`
}
