import { words } from '../../words/words'
import { contentOf } from '../canvas/cardBox'
import { orderedLanes } from '../canvas/lanes'
import { cardOf } from '../canvas/objects'
import type { Scene } from '../canvas/scene'
import type { Editor } from '../view/services'
import { addCard, cardRef, deleteCards } from './cardEdits'
import { clipCards, clipLane, clipStage, clipType, readClip, tableOf } from './clips'
import type { Clip, ClippedCard } from './clips'
import { pasteCards, pasteLane, pasteLimits, pasteMap, pasteStage, pasteTable } from './pastes'
import type { Pasted } from './pastes'
import { encodeEntities, readHtmlTable, readTabbed, writeTabbed } from './tables'
import type { Table } from './tables'
import { tellWithUndo } from './telling'

/** Puts what is chosen on the clipboard: for us as it is, for other programs as a table. */
export function clipboardOut(
  event: ClipboardEvent,
  scene: Scene,
  { document, view }: Editor,
  how: 'copy' | 'cut',
): void {
  if (isInField(event)) return
  const clip = clipOf(scene)
  if (clip === null || event.clipboardData === null) return
  event.preventDefault()
  const table = tableOf(clip, (card) => textOf(scene, card))
  event.clipboardData.setData(clipType, JSON.stringify(clip))
  event.clipboardData.setData('text/plain', writeTabbed(table))
  event.clipboardData.setData(
    'text/html',
    `<table>${
      table.map((row) =>
        `<tr>${row.map((cell) => `<td>${encodeEntities(cell).replace(/\n/g, '<br>')}</td>`).join('')}</tr>`
      ).join('')
    }</table>`,
  )
  const isCards = clip.lane === undefined && clip.stage === undefined
  if (how === 'cut' && isCards) {
    const cards = scene.chosen
    document.commit(words('intention.cut', { count: cards.length }), deleteCards(scene.grid, cards))
    tellWithUndo(document, view, words('notice.cut', { count: cards.length }))
  } else {
    view.announce(words('notice.copied', { count: clip.cards.length }))
  }
}

const isInField = (event: ClipboardEvent): boolean =>
  event.target instanceof HTMLElement && event.target.closest('input, textarea') !== null

function clipOf(scene: Scene): Clip | null {
  const { cursor } = scene.view.state
  if (cursor?.at === 'lane') {
    const lane = scene.grid.lanes.find((other) => other.id === cursor.lane)
    return lane === undefined ? null : clipLane(scene.grid, lane)
  }
  if (cursor?.at === 'stage') {
    const item = scene.document.get({ kind: 'stage', id: cursor.stage, map: scene.grid.map })
    return item === undefined ? null : clipStage(scene.grid, cursor.stage, item.values)
  }
  const cards = scene.chosen
  return cards.length === 0 ? null : clipCards(scene.grid, cards)
}

function textOf(scene: Scene, { id, values }: ClippedCard): string {
  const card = scene.card(id)
  if (card !== undefined) return scene.typedTextOf(card)
  return contentOf(cardOf({ ref: cardRef(scene.grid.map, id), values, deleted: false }), scene.library).text
}

/** Takes what is on the clipboard: our own copies, tables of spreadsheets, lines of text, or a picture. */
export function clipboardIn(event: ClipboardEvent, scene: Scene, editor: Editor): void {
  const { clipboardData } = event
  if (isInField(event) || clipboardData === null) return
  event.preventDefault()
  const picture = [...clipboardData.files].find((file) => file.type.startsWith('image/'))
  const own = clipboardData.getData(clipType)
  const html = clipboardData.getData('text/html')
  const text = clipboardData.getData('text/plain')
  if (picture !== undefined && own === '' && text === '') {
    void pastePicture(picture, scene, editor)
    return
  }
  // Excel brings a picture of its cells along: the text says more. HTML is read only as far as it can be a
  // table of allowed size.
  if (Math.max(own.length, text.length) > pasteLimits.characters) {
    editor.view.tell(words('paste.tooLong'), { tone: 'problem' })
    return
  }
  const clip = own === '' ? null : readClip(own)
  if (clip !== null) pasteClip(clip, scene, editor)
  else {pasteWords(
      (html.length <= 8 * pasteLimits.characters ? readHtmlTable(html) : null) ?? readTabbed(text),
      scene,
      editor,
    )}
}

function pasteClip(clip: Clip, scene: Scene, editor: Editor): void {
  const { view, document } = editor
  const { grid } = scene
  const { cursor } = view.state
  if (clip.cards.length > pasteLimits.cards) {
    view.tell(words('paste.tooMany', { count: clip.cards.length }), { tone: 'problem' })
    return
  }
  if (clip.lane !== undefined) {
    const all = orderedLanes(document)
    const own = cursor?.at === 'lane' || cursor?.at === 'cell'
      ? all.findIndex((lane) => lane.id === cursor.lane)
      : -1
    const pasted = pasteLane(grid, all, clip, own < 0 ? all.length : own + 1)
    finish(pasted, words('intention.pasteLane'), scene, editor)
    view.go({ at: 'lane', lane: pasted.lane })
    view.reveal({ at: 'lane', lane: pasted.lane })
    return
  }
  if (clip.stage !== undefined) {
    const column = cursor?.at === 'cell' || cursor?.at === 'step' ? grid.columnOf.get(cursor.step) : undefined
    const own = cursor?.at === 'stage'
      ? grid.stages.findIndex((stage) => stage.id === cursor.stage)
      : column === undefined
      ? grid.stages.length - 1
      : grid.columns[column]?.stage ?? grid.stages.length - 1
    const pasted = pasteStage(grid, clip, own + 1)
    finish(pasted, words('intention.pasteStage'), scene, editor)
    view.go({ at: 'stage', stage: pasted.stage })
    view.reveal({ at: 'stage', stage: pasted.stage })
    return
  }
  if (cursor?.at !== 'cell') {
    view.tell(words('paste.chooseCell'))
    return
  }
  finish(
    pasteCards(grid, clip, cursor.lane, cursor.step, cursor.card),
    words('intention.paste', { count: clip.cards.length }),
    scene,
    editor,
  )
}

function pasteWords(table: Table, scene: Scene, editor: Editor): void {
  const { view, document } = editor
  const { grid } = scene
  const { cursor } = view.state
  if (table.length === 0) return
  if (grid.stages.length > 0 && cursor?.at !== 'cell') {
    view.tell(words('paste.chooseCell'))
    return
  }
  const pasted = cursor?.at === 'cell'
    ? pasteTable(grid, table, cursor.lane, cursor.step)
    : pasteMap(grid, orderedLanes(document), table)
  const count = pasted.cards.length + pasted.left
  const isTooMuch = count > pasteLimits.cards || pasted.edits.length > pasteLimits.edits
  if (isTooMuch) {
    view.tell(words('paste.tooMany', { count }), { tone: 'problem' })
    return
  }
  finish(pasted, words('intention.paste', { count: pasted.cards.length }), scene, editor)
}

function finish(
  { edits, cards, left }: Pasted,
  intention: string,
  scene: Scene,
  { document, view }: Editor,
): void {
  if (edits.length > pasteLimits.edits) {
    view.tell(words('paste.tooMany', { count: cards.length }), { tone: 'problem' })
    return
  }
  if (edits.length > 0) document.commit(intention, edits)
  const shown = cards.filter((id) => scene.card(id) !== undefined)
  const first = scene.cellOf(shown[0] ?? '')
  if (first !== null) view.update({ cursor: first, selection: new Set(shown), editing: null })
  const text = words('notice.pasted', { count: cards.length - (edits.length === 0 ? cards.length : 0) })
  if (left > 0) tellWithUndo(document, view, `${text} ${words('notice.pasteLeft', { count: left })}`)
  else if (cards.length > 1) tellWithUndo(document, view, text)
}

/** Stores a picture and puts it on the current card, or on a new one in the current cell. */
export async function pastePicture(
  picture: Blob,
  scene: Scene,
  { document, view, services }: Editor,
): Promise<void> {
  const { cursor } = view.state
  if (cursor?.at !== 'cell') {
    view.tell(words('paste.chooseCell'))
    return
  }
  try {
    const hash = await services.uploadPicture(picture)
    if (cursor.card !== null) {
      document.commit(words('intention.picture'), [{
        type: 'set',
        object: cardRef(scene.grid.map, cursor.card),
        property: 'picture',
        value: hash,
      }])
      return
    }
    const { id, edits } = addCard(scene.grid, { lane: cursor.lane, step: cursor.step, before: null }, '', {
      picture: hash,
    })
    document.commit(words('intention.picture'), edits)
    view.go(scene.cellOf(id))
  } catch (problem) {
    view.tell(problem instanceof Error ? problem.message : words('paste.noPicture'), { tone: 'problem' })
  }
}
