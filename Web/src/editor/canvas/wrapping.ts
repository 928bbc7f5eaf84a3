/** Measures a piece of text on one line, in pixels. */
export type Measure = (text: string, font: string) => number

/** Breaks texts into lines as they will be shown, and remembers what it has measured. */
export class TextRuler {
  private readonly widths = new Map<string, Map<string, number>>()
  private readonly wrapped = new Map<string, readonly string[]>()

  constructor(private readonly measure: Measure) {}

  width(text: string, font: string): number {
    let widths = this.widths.get(font)
    if (widths === undefined) {
      widths = new Map()
      this.widths.set(font, widths)
    }
    let width = widths.get(text)
    if (width === undefined) {
      width = this.measure(text, font)
      widths.set(text, width)
    }
    return width
  }

  /** The lines of a text in a width; words that are too long are cut between letters. At least one line. */
  wrap(text: string, font: string, room: number): readonly string[] {
    const key = `${font}\n${room}\n${text}`
    const known = this.wrapped.get(key)
    if (known !== undefined) return known
    if (this.wrapped.size > 30_000) this.wrapped.clear()
    const lines = text.split('\n').flatMap((paragraph) => this.wrapParagraph(paragraph, font, room))
    this.wrapped.set(key, lines)
    return lines
  }

  /** One line, cut with an ellipsis where it does not fit. */
  cut(text: string, font: string, room: number): string {
    if (this.width(text, font) <= room) return text
    const signs = [...text]
    let low = 0
    let high = signs.length
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (this.measure(signs.slice(0, middle).join('') + '…', font) <= room) low = middle
      else high = middle - 1
    }
    return signs.slice(0, low).join('').trimEnd() + '…'
  }

  private wrapParagraph(paragraph: string, font: string, room: number): string[] {
    const space = this.width(' ', font)
    const lines: string[] = []
    let line = ''
    let used = 0
    for (const word of paragraph.split(' ')) {
      const width = this.width(word, font)
      if (line !== '' && used + space + width <= room) {
        line += ' ' + word
        used += space + width
        continue
      }
      if (line !== '') lines.push(line)
      if (width <= room) {
        line = word
        used = width
        continue
      }
      const pieces = this.breakWord(word, font, room)
      lines.push(...pieces.slice(0, -1))
      line = pieces[pieces.length - 1] ?? ''
      used = this.width(line, font)
    }
    lines.push(line)
    return lines
  }

  private breakWord(word: string, font: string, room: number): string[] {
    const pieces: string[] = []
    let piece = ''
    let used = 0
    for (const sign of word) {
      const width = this.width(sign, font)
      if (piece !== '' && used + width > room) {
        pieces.push(piece)
        piece = ''
        used = 0
      }
      piece += sign
      used += width
    }
    pieces.push(piece)
    return pieces
  }
}

/** A ruler that measures with the browser's own fonts. */
export function browserRuler(): TextRuler {
  const pen = document.createElement('canvas').getContext('2d')
  let current = ''
  return new TextRuler((text, font) => {
    if (pen === null) return text.length * 7
    if (font !== current) {
      pen.font = font
      current = font
    }
    return pen.measureText(text).width
  })
}
