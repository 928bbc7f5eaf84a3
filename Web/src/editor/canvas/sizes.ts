/** Sizes of the canvas at zoom 1, in pixels; multiples of 4 where nothing else decides. */
export const sizes = {
  laneHead: 184,
  column: 216,
  /** Least width of a stage that has no steps. */
  loneColumn: 248,
  stageHead: 56,
  stepHead: 36,
  cellPadding: 8,
  cardGap: 6,
  cardPaddingX: 10,
  cardPaddingY: 8,
  /** Kept free at the right of a card's first line for its marks. */
  markRoom: 20,
  lineHeight: 18,
  smallLineHeight: 16,
  chipRow: 24,
  pictureHeight: 112,
  emptyRow: 56,
  emotionPlot: 156,
  /** Room in a lane for adding below the last card. */
  addRoom: 12,
  blueprintLine: 22,
  flowTrack: 30,
  /** Room behind the last stage for adding one. */
  tail: 200,
  footer: 120,
} as const

export const fonts = {
  card: '400 13px "Noto Sans", system-ui, sans-serif',
  small: '400 12px "Noto Sans", system-ui, sans-serif',
  quote: 'italic 400 12px "Noto Sans", system-ui, sans-serif',
} as const
