import { test } from 'node:test'
import assert from 'node:assert/strict'
import { choiceOfText, offered } from '../../src/pages/wizard/choosing'
import { asking, bodyOf } from '../../src/pages/wizard/createMap'
import { emptyDraft, missing, nameOf, readDraft } from '../../src/pages/wizard/draft'
import { proposedName } from '../../src/pages/wizard/mapName'
import { cardsOfRow, feelings, pictureLanes, smoothPath } from '../../src/pages/wizard/picture'
import { galleryOrder, suggestedTemplates } from '../../src/pages/wizard/templateAdvice'

const about = { product: 'Pram shop', audience: 'Young parents', kind: 'customer-journey', state: 'hypothesis' }
const all = ['blank', 'basic', 'three-stage', 'before-during-after', 'five-stage', 'shop', 'retail', 'need', 'b2b', 'service-blueprint']

test('a name is proposed from product and audience', () => {
  assert.equal(proposedName(about), 'Pram shop: young parents')
  assert.equal(proposedName({ ...about, audience: '' }), 'Pram shop')
  assert.equal(proposedName({ ...about, product: ' ', audience: '' }), '')
})

test('the name keeps acronyms and proper names, and says what kind of map it is', () => {
  assert.equal(proposedName({ ...about, audience: 'IT teams' }), 'Pram shop: IT teams')
  assert.equal(proposedName({ ...about, audience: 'Kyiv parents' }), 'Pram shop: Kyiv parents')
  assert.equal(proposedName({ ...about, kind: 'service-blueprint' }), 'Blueprint: Pram shop: young parents')
  assert.equal(proposedName({ ...about, state: 'future' }), 'Pram shop: young parents, as it should be')
})

test('a name that is taken gets a number, whatever its capitals', () => {
  assert.equal(proposedName(about, ['pram shop: YOUNG parents']), 'Pram shop: young parents 2')
  assert.equal(proposedName(about, ['Pram shop: young parents', 'Pram shop: young parents 2']), 'Pram shop: young parents 3')
})

test('a name is never longer than the server takes', () => {
  assert.ok([...proposedName({ ...about, product: 'x'.repeat(300) })].length <= 120)
})

test('templates are suggested by the kind of map', () => {
  assert.deepEqual(suggestedTemplates({ kind: 'service-blueprint', about: '' }, all), ['service-blueprint'])
  assert.deepEqual(suggestedTemplates({ kind: 'customer-journey', about: '' }, all), ['five-stage', 'basic'])
  assert.equal(suggestedTemplates({ kind: 'life-experience', about: '' }, all)[0], 'need')
})

test('words in the product or audience bring the fitting template to the front', () => {
  assert.equal(suggestedTemplates({ kind: 'customer-journey', about: 'Accounting software' }, all)[0], 'b2b')
  assert.equal(suggestedTemplates({ kind: 'customer-journey', about: 'Online shop for prams' }, all)[0], 'shop')
  assert.equal(suggestedTemplates({ kind: 'customer-journey', about: 'Coffee bar' }, all)[0], 'before-during-after')
})

test('something is suggested even from a list without the usual templates, and nothing from an empty one', () => {
  assert.deepEqual(suggestedTemplates({ kind: 'service-blueprint', about: '' }, ['own']), ['own'])
  assert.deepEqual(suggestedTemplates({ kind: 'service-blueprint', about: '' }, []), [])
})

test('the gallery begins with the suggestions and ends with the blank map', () => {
  const order = galleryOrder(all.map(id => ({ id })), ['shop', 'basic']).map(({ id }) => id)
  assert.deepEqual(order.slice(0, 2), ['shop', 'basic'])
  assert.equal(order[order.length - 1], 'blank')
  assert.equal(order.length, all.length)
})

test('a typed name means what is known by it', () => {
  const known = [{ id: 'a', name: 'Young parents' }]
  assert.deepEqual(choiceOfText(' young  Parents', known), { id: 'a', name: ' young  Parents' })
  assert.deepEqual(choiceOfText('Young', known), { id: null, name: 'Young' })
  assert.deepEqual(choiceOfText('', [{ id: 'b', name: '' }]), { id: null, name: '' })
})

test('names that begin with the text are offered before those that contain it', () => {
  const known = [{ id: '1', name: 'New parents' }, { id: '2', name: 'Parents' }, { id: '3', name: 'Guests' }]
  assert.deepEqual(offered('par', known, false).map(({ id }) => id), ['2', '1'])
  assert.equal(offered('', known, false).length, 3)
})

test('a draft comes back as it was kept, and nonsense begins anew', () => {
  const draft = { ...emptyDraft('c'), product: { id: 'p', name: 'Prams' }, why: 'Because', step: 'why' as const }
  assert.deepEqual(readDraft(JSON.stringify(draft), 'other'), draft)
  assert.deepEqual(readDraft('{"step":7,"product":3,"kind":"x"}', 'c'), emptyDraft('c'))
  assert.deepEqual(readDraft('not json', 'c'), emptyDraft('c'))
  assert.deepEqual(readDraft('null', 'c'), emptyDraft('c'))
})

test('a draft tells what is missing, and an own name goes before the proposed one', () => {
  const draft = emptyDraft('c')
  assert.deepEqual(missing(draft, []), ['product', 'audience'])
  const named = { ...draft, product: { id: null, name: 'A' }, audience: { id: null, name: 'B' }, ownName: 'Mine' }
  assert.deepEqual(missing(named, []), [])
  assert.equal(nameOf(named, []), 'Mine')
  assert.deepEqual(missing({ ...named, ownName: ' ' }, []), ['name'])
})

test('the same question keeps its number, another one gets the next', () => {
  const draft = { ...emptyDraft('c'), product: { id: 'p', name: 'A' }, audience: { id: null, name: ' B ' } }
  const body = bodyOf(draft, ' Name ', 'shop')
  assert.deepEqual([body.product, body.audience, body.name, 'persona' in body], [{ id: 'p' }, { name: 'B' }, 'Name', false])
  const first = asking(draft, body)
  assert.equal(first.sequence, 1)
  assert.equal(asking(first, body).sequence, 1)
  assert.equal(asking(first, { ...body, name: 'Other' }).sequence, 2)
})

test('a small picture keeps the lane of feelings, and leaves out what stands under more', () => {
  const lanes = ['action', 'touchpoint', 'barrier', 'solution', 'emotion'].map(role => ({ role, more: false }))
  assert.deepEqual(pictureLanes(lanes, 3).map(({ role }) => role), ['action', 'touchpoint', 'emotion'])
  assert.deepEqual(pictureLanes([...lanes, { role: 'text', more: true }], 9), lanes)
})

test('pictures are always the same, and lines stay on their cards', () => {
  assert.deepEqual(cardsOfRow(2, 5), cardsOfRow(2, 5))
  for (let row = 0; row < 9; row += 1) assert.ok(cardsOfRow(row, 7).every(share => share >= 0 && share <= 1))
  assert.ok([1, 2, 3, 7].every(count => feelings(count).every(value => Math.abs(value) <= 1)))
  assert.equal(smoothPath([{ x: 0, y: 1 }, { x: 4, y: 3 }]), 'M0 1C2 1 2 3 4 3')
})
