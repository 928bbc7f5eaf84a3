import type { Finding } from '../../../src/editor/panels/findings/findings'
import type { Revision } from '../../../src/editor/panels/history/history'
import type { NumberRow, PanelServices, Reality } from '../../../src/editor/panels/services/panelServices'
import type { SavedView } from '../../../src/editor/panels/views/settings'
import { linksOf, solutionsOf } from '../../../src/editor/panels/cards/links'
import { textOf } from '../../../src/editor/panels/values/reading'
import type { MapDocument } from '../../../src/core/types'

const row = (label: string, value: string, n: number, low: string, high: string,
  definition: string): NumberRow =>
  ({ label, value, n, low, high, definition })

const reality: Reality = {
  stages: new Map([
    ['buy', [
      row('Reach', '41 %', 4_620, '40 %', '42 %',
        'Customers with at least one event in the stage ÷ customers with at least one bound event.'),
      row('Loss', '36 %', 1_840, '34 %', '38 %', 'Those of them with no later event in any later stage.'),
      row('Median time', '14 min', 1_790, '13 min', '15 min', 'Median of the visits that have an end.'),
    ]],
    ['choose', [row('Reach', '63 %', 4_620, '62 %', '64 %',
      'Customers with at least one event in the stage ÷ customers with at least one bound event.')]],
  ]),
  touchpoints: new Map([
    ['checkout', [
      row('Reach', '38 %', 4_620, '37 %', '39 %',
        'Customers with at least one event at the touchpoint ÷ customers with at least one bound event.'),
      row('Satisfaction', '3.1 of 10', 212, '2.8', '3.4', 'Mean of the answers on a scale from 1 to 10.'),
    ]],
  ]),
  cards: new Map([
    ['b1', { status: 'supported', isStale: false,
      summary: 'Supported: 1 voice for and 1 against, 1 number for (5 voices, or a number from at least 30 cases, decide).' }],
    ['q1', { status: 'anecdotal', isStale: false,
      summary: 'Anecdotal: 1 piece of evidence; not enough to decide.' }],
    ['b2', { status: 'assumption', isStale: false,
      summary: 'Assumption: nothing is known yet (5 voices, or a number from at least 30 cases, decide).' }],
    ['a2', { status: 'contradicted', isStale: true, summary: 'Contradicted: 1 voice for and 6 against.' }],
  ]),
  measuredEmotion: new Map([['buy', -1.2]]),
  evidenced: { with: 6, of: 17 },
}

/** Services that need no server: findings follow the document, everything else stays in the page. */
export function fakeServices(document: () => MapDocument, hasSeenTour: boolean): PanelServices {
  const views: SavedView[] = [
    { id: 'v1', name: 'For the board', isShared: true, isOwn: false,
      settings: { lanes: ['feelings', 'barriers', 'solutions'], personas: [], zoom: 0.8 } },
  ]
  const settings: Record<string, unknown> = { hasSeenEditorTour: hasSeenTour }
  const now = Date.UTC(2026, 10, 22, 9, 30) * 1_000
  const history: Revision[] = [
    { number: 9, at: now, author: 'Iryna Shevchuk', intention: 'Change Severity',
      edits: [{ type: 'set', object: { kind: 'card', id: 'b1', map: 'shop' }, property: 'severity',
        value: 'high' }] },
    { number: 8, at: now - 6e8, author: 'Taras Melnyk', intention: 'Add a solution',
      edits: [{ type: 'insert', object: { kind: 'card', id: 's1', map: 'shop' }, properties: {} }] },
    { number: 7, at: now - 9e10, author: 'Iryna Shevchuk', intention: 'Add evidence',
      edits: [{ type: 'insert', object: { kind: 'evidence', id: 'e2', map: 'shop' },
        properties: { card: 'b1' } }] },
    { number: 6, at: now - 9.1e10, author: 'Iryna Shevchuk', intention: 'Move 3 cards',
      edits: [{ type: 'move', object: { kind: 'card', id: 'a3', map: 'shop' }, order: 'k' }] },
  ]
  return {
    session: async () => ({ workspaceName: 'Nordmantel',
      person: { id: 'p1', name: 'Iryna Shevchuk', email: 'iryna@example.org', role: 'editor', settings } }),
    saveSettings: async changed => { Object.assign(settings, changed) },
    findings: async () => findingsIn(document()),
    reality: async map => document().list('card').length === 0 || map === ''
      ? { ...reality, evidenced: null, cards: new Map(), stages: new Map() } : reality,
    history: async (_map, before) => before === null ? history : [],
    views: async () => [...views],
    saveView: async (_map, view) => { views.push({ id: `v${views.length + 1}`, isOwn: true, ...view }) },
    deleteView: async id => { views.splice(views.findIndex(view => view.id === id), 1) },
    search: async query => [
      { kind: 'map', id: 'returns', map: null, title: 'Sending a coat back', snippet: '' },
      { kind: 'card', id: 'x1', map: 'returns', title: 'Prints the return label',
        snippet: 'Prints the \u0002return\u0003 label' },
    ].filter(hit => hit.title.toLowerCase().includes(query.toLowerCase())),
  }
}

/** Some of the server's rules, near enough to see the panel work. */
function findingsIn(document: MapDocument): readonly Finding[] {
  const found: Finding[] = []
  const links = linksOf(document)
  for (const card of document.list('card')) {
    if (links.roleOf(card) === 'barrier' && solutionsOf(links, card.ref.id).length === 0) {
      found.push({ code: 'map.barrier-without-solution', severity: 'warning', message: `the barrier '${textOf(card, 'text')}' has no solution`, hint: 'link a solution, an opportunity or a business action to it', subject: card.ref, property: 'links' })
    }
  }
  for (const stage of document.list('stage')) {
    if (textOf(stage, 'goal') === '') {
      found.push({ code: 'map.stage-without-goal', severity: 'warning', message: `the stage '${textOf(stage, 'name')}' says nothing of the customer’s goal`, hint: 'write what the customer wants to have reached at its end', subject: stage.ref, property: 'goal' })
    }
  }
  for (const card of document.list('card').filter(each => links.roleOf(each) === 'action').slice(0, 3)) {
    found.push({ code: 'map.card-without-evidence', severity: 'note', message: 'nothing backs this card yet',
      hint: 'add an interview, a number or an observation', subject: card.ref, property: 'evidence' })
  }
  return found
}
