/** The words of the map's canvas and of the shared components. */
export const canvasWords = {
  'design.close': 'Close',
  'design.dismiss': 'Dismiss',
} as const
