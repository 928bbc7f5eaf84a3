/** The words of the map's canvas and of the shared components. */
export const enCanvas = {
  'design.close': 'Close',
  'design.dismiss': 'Dismiss',
}
