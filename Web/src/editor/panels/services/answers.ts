import type { Edit, Kind, Value } from '../../../core/types'
import type { Finding, Severity } from '../findings/findings'
import type { Revision } from '../history/history'
import { parts } from '../values/reading'
import type { Parts } from '../values/reading'
import { readSettings } from '../views/settings'
import type { SavedView } from '../views/settings'
import type { Account, CardStanding, Hit, NumberRow, Reality, SessionState, Standing } from './panelServices'

/** Reading of the server's answers: what is missing or of another shape is left out, never guessed. */

const text = (value: Value | undefined): string => typeof value === 'string' ? value : ''
const textOrNull = (value: Value | undefined): string | null => typeof value === 'string' && value !== ''
  ? value : null
const number = (value: Value | undefined): number | null => typeof value === 'number' ? value : null

function list(value: Value | undefined): readonly Parts[] {
  return Array.isArray(value)
    ? value.map(each => parts(each)).filter((each): each is Parts => each !== null) : []
}

/** The list inside an answer such as `{findings: […]}`, or the answer itself if it is a list. */
function listIn(answer: Value, name: string): readonly Parts[] {
  return Array.isArray(answer) ? list(answer) : list(parts(answer)?.[name])
}

export function readFindings(answer: Value): readonly Finding[] {
  const severities: readonly Severity[] = ['error', 'warning', 'note']
  return listIn(answer, 'findings').map(each => {
    const subject = parts(each['subject'])
    const map = textOrNull(subject?.['map'])
    return {
      code: text(each['code']),
      severity: severities.find(severity => severity === each['severity']) ?? 'note',
      message: text(each['message']),
      hint: textOrNull(each['hint']),
      subject: { kind: text(subject?.['kind']) as Kind, id: text(subject?.['id']),
        ...(map === null ? {} : { map }) },
      property: textOrNull(each['property']),
    }
  })
}

export function readReality(answer: Value): Reality {
  const read = parts(answer)
  const evidenced = parts(read?.['evidenced'])
  const withEvidence = number(evidenced?.['with'])
  const all = number(evidenced?.['of'])
  return {
    stages: table(read?.['stages'], rows),
    touchpoints: table(read?.['touchpoints'], rows),
    cards: table(read?.['cards'], standing),
    measuredEmotion: table(read?.['stages'], value => number(parts(value)?.['measuredEmotion'])),
    evidenced: withEvidence === null || all === null ? null : { with: withEvidence, of: all },
  }
}

function table<Entry>(value: Value | undefined, entry: (value: Value) => Entry | null): ReadonlyMap<string,
  Entry> {
  const result = new Map<string, Entry>()
  for (const [id, each] of Object.entries(parts(value) ?? {})) {
    const read = entry(each)
    if (read !== null) result.set(id, read)
  }
  return result
}

/** The numbers of a stage or touchpoint: a list of rows, or an object that holds it as `rows` or `numbers`. */
function rows(value: Value): readonly NumberRow[] | null {
  const held = parts(value)
  const found = Array.isArray(value) ? list(value) : list(held?.['rows'] ?? held?.['numbers'])
  return found.length === 0 ? null : found.map(row => ({
    label: text(row['label']), value: shown(row['value']) ?? '', n: number(row['n']),
    low: shown(row['low']), high: shown(row['high']), definition: text(row['definition']),
  }))
}

const shown = (value: Value | undefined): string | null =>
  typeof value === 'number' ? String(value) : textOrNull(value)

function standing(value: Value): CardStanding | null {
  const read = parts(value)
  const statuses: readonly Standing[] = ['assumption', 'anecdotal', 'supported', 'contradicted']
  const status = statuses.find(each => each === read?.['status'])
  if (status === undefined) return null
  return { status, isStale: read?.['isStale'] === true, summary: text(read?.['summary']) }
}

export function readHistory(answer: Value): readonly Revision[] {
  return listIn(answer, 'revisions').map(each => ({
    number: number(each['number']) ?? 0, at: number(each['at']) ?? 0, author: text(each['author']),
    intention: text(each['intention']),
    // Edits come from our own server's log; they are only compared, never run.
    edits: list(each['edits']).filter(edit => parts(edit['object']) !== null) as unknown as readonly Edit[],
  }))
}

export function readViews(answer: Value): readonly SavedView[] {
  return listIn(answer, 'views').map(each => ({
    id: text(each['id']), name: text(each['name']), isShared: each['isShared'] === true,
    isOwn: each['isOwn'] !== false, settings: readSettings(each['settings']),
  }))
}

export function readHits(answer: Value): readonly Hit[] {
  return listIn(answer, 'hits').map(each => ({
    kind: text(each['kind']), id: text(each['id']), map: textOrNull(each['map']), title: text(each['title']),
    snippet: text(each['snippet']),
  }))
}

export function readSession(answer: Value): SessionState {
  const read = parts(answer)
  const person = parts(read?.['person'])
  return {
    person: person === null ? null : account(person),
    workspaceName: text(parts(read?.['workspace'])?.['name']),
  }
}

const account = (person: Parts): Account => ({
  id: text(person['id']), name: text(person['name']), email: text(person['email']),
  role: text(person['role']),
  settings: parts(person['settings']) ?? {},
})

/** A snippet cut into pieces, those that matched marked. */
export function piecesOf(snippet: string): readonly { readonly text: string; readonly isHit: boolean }[] {
  return snippet.split(/(\u0002[^\u0003]*\u0003)/).filter(piece => piece !== '').map(piece => {
    const isHit = piece.startsWith('\u0002')
    return { text: isHit ? piece.slice(1, -1) : piece, isHit }
  })
}
