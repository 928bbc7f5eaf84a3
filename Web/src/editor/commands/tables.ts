/** A table as rows of cells; rows may differ in length. */
export type Table = readonly (readonly string[])[]

/** Reads tab-separated text as spreadsheets write it: cells with line breaks or tabs stand in quotes. */
export function readTabbed(text: string): Table {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  let isStart = true
  const endCell = (): void => {
    row.push(cell)
    cell = ''
    isStart = true
  }
  const endRow = (): void => {
    endCell()
    rows.push(row)
    row = []
  }
  const source = text.replace(/\r\n?/g, '\n')
  for (let at = 0; at < source.length; at += 1) {
    const sign = source.charAt(at)
    if (isQuoted) {
      if (sign !== '"') cell += sign
      else if (source.charAt(at + 1) === '"') {
        cell += '"'
        at += 1
      } else isQuoted = false
      continue
    }
    if (sign === '"' && isStart && closesLater(source, at)) {
      isQuoted = true
      isStart = false
    } else if (sign === '\t') endCell()
    else if (sign === '\n') endRow()
    else {
      cell += sign
      isStart = false
    }
  }
  if (cell !== '' || row.length > 0) endRow()
  return trimmed(rows)
}

/** Whether a quote at the start of a cell has its end before the cell's; words in quotes are no quoted cell. */
function closesLater(source: string, at: number): boolean {
  for (let next = at + 1; next < source.length; next += 1) {
    if (source.charAt(next) !== '"') continue
    if (source.charAt(next + 1) === '"') {
      next += 1
      continue
    }
    const after = source.charAt(next + 1)
    return after === '' || after === '\t' || after === '\n'
  }
  return false
}

/** Writes a table as tab-separated text. */
export function writeTabbed(table: Table): string {
  const quoted = (cell: string): string => (/[\t\n"]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)
  return table.map((row) => row.map(quoted).join('\t')).join('\n')
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  laquo: '«',
  raquo: '»',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  middot: '·',
  euro: '€',
  copy: '©',
  shy: '',
}

/** Writes out the entities of HTML. */
export function decodeEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole
    const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

export const encodeEntities = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

const numberIn = (attributes: string, name: string): number =>
  Math.min(
    500,
    Math.max(1, Number(new RegExp(`${name}\\s*=\\s*["']?(\\d+)`, 'i').exec(attributes)?.[1] ?? 1)),
  )

/**
 * Reads the first table of a piece of HTML, as Excel, Sheets and LibreOffice put it on the clipboard; null
 * without one.
 */
export function readHtmlTable(html: string): Table | null {
  const start = /<table[\s>]/i.exec(html)
  if (start === null) return null
  const rest = html.slice(start.index)
  const inside = rest.slice(0, /<\/table\s*>/i.exec(rest)?.index ?? rest.length)
    .replace(/<!--[\s\S]*?-->/g, '').replace(/<(style|script|colgroup|caption)[\s>][\s\S]*?<\/\1\s*>/gi, '')
  const rows: string[][] = []
  const covered = new Set<string>()
  for (
    const [, body = ''] of inside.matchAll(
      /<tr(?:\s[^>]*)?>([\s\S]*?)(?=<tr[\s>]|<\/tr\s*>|<\/t(?:head|body|foot)\s*>|$)/gi,
    )
  ) {
    const row: string[] = []
    const at = rows.length
    for (
      const [, attributes = '', content = ''] of body.matchAll(
        /<t[dh](\s[^>]*)?>([\s\S]*?)(?=<t[dh][\s>]|<\/t[dh]\s*>|$)/gi,
      )
    ) {
      while (covered.has(`${at} ${row.length}`)) row.push('')
      const column = row.length
      const [wide, high] = [numberIn(attributes, 'colspan'), numberIn(attributes, 'rowspan')]
      row.push(textOfHtml(content), ...new Array<string>(wide - 1).fill(''))
      for (let below = 1; below < high; below += 1) {
        for (let beside = 0; beside < wide; beside += 1) covered.add(`${at + below} ${column + beside}`)
      }
    }
    rows.push(row)
  }
  return rows.length === 0 ? null : trimmed(rows)
}

/** The words of a piece of HTML; breaks and blocks begin new lines, other white space is one space. */
function textOfHtml(html: string): string {
  const text = html.replace(/\s+/g, ' ').replace(/<br\b[^>]*>\s?/gi, '\n').replace(
    /<\/(p|div|li|h\d)\s*>\s?/gi,
    '\n',
  ).replace(/<[^>]*>/g, '')
  return decodeEntities(text).split('\n').map((line) => line.replace(/[\s ]+/g, ' ').trim()).join('\n').trim()
}

/** Without empty rows and columns at the end. */
function trimmed(rows: readonly (readonly string[])[]): Table {
  const cleaned = rows.map((row) => {
    let end = row.length
    while (end > 0 && (row[end - 1] ?? '').trim() === '') end -= 1
    return row.slice(0, end)
  })
  let end = cleaned.length
  while (end > 0 && (cleaned[end - 1] ?? []).length === 0) end -= 1
  return cleaned.slice(0, end)
}

/** The lines of a cell that say something. */
export const linesOf = (cell: string): readonly string[] =>
  cell.split('\n').map((line) => line.trim()).filter((line) => line !== '')
