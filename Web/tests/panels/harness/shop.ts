import type { WireObject } from '../../../src/core/model/wire'
import type { Kind, Values } from '../../../src/core/types'

/** A small shop's map with something of everything: what the harness shows and tests ask about. */
export const shopMap = 'shop'

const outside = (kind: Kind, id: string, properties: Values): WireObject => ({ kind, id, properties })
const inside = (kind: Kind, id: string,
  properties: Values): WireObject => ({ kind, id, map: shopMap, properties })

const stages = [
  ['need', 'Need', 'I feel that something is missing', 'Understand what I need', 'before'],
  ['search', 'Search', 'I understand my problem and look for a solution', 'Find shops that I can trust',
    'before'],
  ['choose', 'Choose', 'The solution is clear, I look for the seller', 'Be sure that it fits', 'before'],
  ['buy', 'Buy', 'Buying should be as simple as can be', 'Order without trouble', 'during'],
  ['use', 'Use', 'I hope that it keeps its promise', 'Be content with it', 'after'],
  ['recommend', 'Recommend', 'I like it, I am ready to tell others', '', 'after'],
] as const

const lanes = [
  ['goals', 'goal', 'Customer goals'], ['actions', 'action', 'Actions'],
    ['touchpoints', 'touchpoint', 'Touchpoints'],
  ['questions', 'question', 'Questions'], ['feelings', 'emotion', 'Emotions'],
    ['barriers', 'barrier', 'Barriers'],
  ['solutions', 'solution', 'Solutions'],
] as const

const key = (place: number): string => (place + 10).toString(36)

const cards: readonly (readonly [id: string, lane: string, step: string, properties: Values])[] = [
  ['a1', 'actions', 'need', { text: 'Sees a friend’s new coat' }],
  ['a2', 'actions', 'search', { text: 'Searches “warm coat free returns”' }],
  ['a3', 'actions', 'choose', { text: 'Compares three coats by reviews' }],
  ['a4', 'actions', 'buy', { text: 'Puts the coat into the basket' }],
  ['a5', 'actions', 'use', { text: 'Wears it on the first cold day' }],
  ['t1', 'touchpoints', 'search', { text: '', touchpoint: 'search-engine' }],
  ['t2', 'touchpoints', 'choose',
    { text: '', touchpoint: 'product-page',
      momentOfTruth: 'Photos and sizes decide whether she believes that it fits' }],
  ['t3', 'touchpoints', 'choose', { text: '', touchpoint: 'review-site' }],
  ['t4', 'touchpoints', 'buy', { text: '', touchpoint: 'checkout',
    emotion: { score: -2, name: 'Worried', emoji: '😟' } }],
  ['t5', 'touchpoints', 'use', { text: '', touchpoint: 'parcel-shop' }],
  ['q1', 'questions', 'choose', { text: 'Does the size run small?' }],
  ['q2', 'questions', 'buy', { text: 'What does delivery cost?' }],
  ['f1', 'feelings', 'need', { text: '', emotion: { score: 1, name: 'Curious', emoji: '🧐' } }],
  ['f2', 'feelings', 'search', { text: '', emotion: { score: 0, name: 'Indifferent', emoji: '😐' } }],
  ['f3', 'feelings', 'choose', { text: '', emotion: { score: 2, name: 'Content', emoji: '😊' } }],
  ['f4', 'feelings', 'buy', { text: '', emotion: { score: -2.5, name: 'Frustrated', emoji: '😤' } }],
  ['f5', 'feelings', 'use', { text: '',
    emotion: { score: 3, name: 'Delighted', emoji: '😍', branch: 'well' } }],
  ['b1', 'barriers', 'buy', {
    text: 'Delivery costs appear only at the end', severity: 'high', links: ['t4'],
    claim: { measure: 'stage-loss', stage: 'buy', relation: 'at-least', value: 0.3 },
  }],
  ['b2', 'barriers', 'choose', { text: 'No photo of the lining', severity: 'medium' }],
  ['s1', 'solutions', 'buy', { text: 'Show delivery costs on the product page', links: ['b1'],
    status: 'in-progress', owner: 'Iryna (shop)', effort: 8 }],
]

export const shopObjects: readonly WireObject[] = [
  outside('workspace', 'workspace', { name: 'Nordmantel' }),
  outside('product', 'coat', { order: 'a', name: 'Winter coat' }),
  outside('audience', 'city-women', { order: 'a', name: 'Women 25–40 in cities', rules: [] }),
  outside('department', 'shop', { order: 'a', name: 'Online shop' }),
  outside('department', 'marketing', { order: 'b', name: 'Marketing' }),
  outside('department', 'logistics', { order: 'c', name: 'Logistics' }),
  outside('channel', 'site', { order: 'a', name: 'Website' }),
  outside('channel', 'search', { order: 'b', name: 'Search' }),
  outside('channel', 'post', { order: 'c', name: 'Parcel' }),
  outside('touchpoint', 'search-engine',
    { order: 'a', name: 'Search results', channel: 'search', setting: 'online', ownership: 'third-party',
      influence: 'indirectly', departments: ['marketing'], note: '' }),
  outside('touchpoint', 'product-page',
    { order: 'b', name: 'Product page', channel: 'site', setting: 'online', ownership: 'own',
      influence: 'yes', departments: ['shop'], note: '' }),
  outside('touchpoint', 'review-site',
    { order: 'c', name: 'Review site', channel: 'site', setting: 'online', ownership: 'third-party',
      influence: 'no', departments: [], note: '' }),
  outside('touchpoint', 'checkout',
    { order: 'd', name: 'Checkout', channel: 'site', setting: 'online', ownership: 'own', influence: 'yes',
      departments: ['shop'], note: '' }),
  outside('touchpoint', 'parcel-shop',
    { order: 'e', name: 'Parcel shop', channel: 'post', setting: 'offline', ownership: 'paid',
      influence: 'indirectly', departments: ['logistics'], note: '' }),
  outside('persona', 'olena', {
    order: 'a', kind: 'customer', name: 'Olena Kovalenko', audience: 'city-women', picture: null,
    summary: 'Works long days, shops on her phone in the evening and hates sending things back.',
    portrait: [{ name: 'Age', value: '34' }, { name: 'City', value: 'Lviv' },
      { name: 'Work', value: 'Project manager' }],
    goals: ['A coat that lasts three winters'],
    motives: ['Looks put together at work', 'No time for shops', 'Does not want to waste money'],
    triggers: ['First frost', 'A colleague’s new coat'], attractedBy: ['Honest photos'],
    putOffBy: ['Hidden costs'], stoppedBy: ['Fear of the wrong size'],
    places: ['Instagram', 'Reviews'], quotes: ['If I have to send it back, I will not order again.'],
  }),
  outside('persona', 'marta', { order: 'b', kind: 'customer', name: 'Marta Bilyk', picture: null,
    summary: 'Student, looks for the best price.', portrait: [], goals: [], motives: ['Price'], triggers: [],
    attractedBy: [], putOffBy: [], stoppedBy: [], places: [], quotes: [] }),
  outside('persona', 'stepan', { order: 'c', kind: 'customer', name: 'Stepan Hrytsenko', picture: null,
    summary: 'Buys presents.', portrait: [], goals: [], motives: [], triggers: [], attractedBy: [],
    putOffBy: [], stoppedBy: [], places: [], quotes: [] }),
  outside('map', shopMap, {
    order: 'a', name: 'Buying a winter coat online', product: 'coat', audience: 'city-women',
    kind: 'customer-journey', state: 'current',
    'purpose.why': 'Returns have doubled since spring',
      'purpose.expectedOutcome': 'Know which two stages to work on',
        'purpose.problem': 'Baskets are left behind',
    personas: ['olena', 'marta'], owner: 'Iryna', lastReviewed: '2026-09-01', parent: null,
  }),
  ...stages.map(([id, name, mindset, goal, phase], place) => inside('stage', id, {
    order: key(place), name, mindset, goal, phase, entryRule: '', exitRule: '', businessAim: '',
    timeFrame: id === 'choose' ? { minimum: 1, maximum: 3, unit: 'days' } : null,
  })),
  ...lanes.map(([id, role, name], place) => inside('lane', id,
    { order: key(place), role, name, isHidden: false })),
  inside('lane', 'rivals', { order: 'z', role: 'competitor', name: 'Competitors', isHidden: true }),
  ...cards.map(([id, lane, step, properties], place) => inside('card', id, {
    lane, step, order: key(place), span: 1, touchpoint: null, emotion: null, severity: null, owner: null,
    effort: null, status: null,
    links: [], claim: null, momentOfTruth: null, picture: null, text: '', ...properties,
  })),
  inside('flow', 'fl1', { order: 'a', kind: 'return', from: 'buy', to: 'choose',
    note: 'Looks for a cheaper one' }),
  inside('evidence', 'e1', { card: 'b1', order: 'a', kind: 'interview', verdict: 'supports',
    source: 'Participant 4', note: '“I felt cheated when the 9 euros came up.”', date: '2026-10-12',
    reading: null, link: null }),
  inside('evidence', 'e2', { card: 'b1', order: 'b', kind: 'event', verdict: 'supports',
    source: 'Checkout funnel', note: '', date: '2026-11-01',
    reading: { value: 0.36, n: 1840, low: 0.338, high: 0.382 }, link: 'https://example.org/funnel' }),
  inside('evidence', 'e3', { card: 'b1', order: 'c', kind: 'sales-note', verdict: 'contradicts',
    source: 'Hotline', note: 'Callers ask about sizes, rarely about costs.', date: '2026-08-20',
    reading: null, link: null }),
]

/** A map as a template leaves it: stages and lanes, nothing in the cells, nobody's journey yet. */
export const emptyObjects: readonly WireObject[] = shopObjects
  .filter(object => !['card', 'evidence', 'flow', 'persona'].includes(object.kind))
  .map(object => object.kind === 'map'
    ? { ...object, properties: { ...object.properties, personas: [] } } : object)
