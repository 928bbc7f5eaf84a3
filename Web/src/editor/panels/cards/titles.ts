import type { Item, MapDocument } from '../../../core/types'
import { words } from '../../../words/words'
import { emotionFrom } from '../values/emotion'
import { textOf } from '../values/reading'

/** What a card says, or the touchpoint or feeling that it stands for. */
export function cardTitle(document: MapDocument, card: Item): string {
  const text = textOf(card, 'text')
  if (text !== '') return text
  const touchpoint = textOf(card, 'touchpoint')
  if (touchpoint !== '') {
    const name = textOf(document.get({ kind: 'touchpoint', id: touchpoint }), 'name')
    if (name !== '') return name
  }
  const feeling = emotionFrom(card.values['emotion'])
  if (feeling !== null && feeling.name !== '') return feeling.name
  return words('panel.untitledCard')
}

/** What people call an object of any kind. */
export function titleOf(document: MapDocument, item: Item): string {
  if (item.ref.kind === 'card') return cardTitle(document, item)
  for (const property of ['name', 'text', 'source', 'note']) {
    const text = textOf(item, property)
    if (text !== '') return text
  }
  return words('panel.untitled')
}

/** The stage of a column: the step's own, or the stage that is its own step. */
export function stageOfStep(document: MapDocument, step: string): Item | undefined {
  const known = document.get({ kind: 'step', id: step, map: document.map })
  if (known !== undefined && !known.deleted) {
    return document.get({ kind: 'stage', id: textOf(known, 'stage'), map: document.map })
  }
  return document.get({ kind: 'stage', id: step, map: document.map })
}

/** Where a column is, in words: "Research", or "Research › Compare prices". */
export function columnTitle(document: MapDocument, step: string): string {
  const stage = stageOfStep(document, step)
  const stageName = stage === undefined ? '' : textOf(stage, 'name')
  const own = document.get({ kind: 'step', id: step, map: document.map })
  if (own === undefined || own.deleted) return stageName
  return `${stageName} › ${textOf(own, 'name')}`
}

/** Every column of the map from left to right: the steps of each stage, or the stage itself. */
export function columnsOf(document: MapDocument): readonly { readonly id: string; readonly title: string }[] {
  return document.list('stage').flatMap(stage => {
    const own = document.within('step', stage.ref.id)
    const ids = own.length === 0 ? [stage.ref.id] : own.map(step => step.ref.id)
    return ids.map(id => ({ id, title: columnTitle(document, id) }))
  })
}
