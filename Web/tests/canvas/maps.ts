import { first } from '../../src/core/model/order-key'
import type { Values } from '../../src/core/types'
import { buildGrid } from '../../src/editor/canvas/grid'
import type { Grid } from '../../src/editor/canvas/grid'
import { layoutGrid } from '../../src/editor/canvas/layout'
import type { Layout, Surroundings } from '../../src/editor/canvas/layout'
import { readLibrary } from '../../src/editor/canvas/library'
import { sizes } from '../../src/editor/canvas/sizes'
import { TextRuler } from '../../src/editor/canvas/wrapping'
import { MemoryDocument } from '../support/memoryDocument'
import type { ListedObject } from '../support/memoryDocument'

/** Every sign is 7 pixels wide. */
export const plainRuler = (): TextRuler => new TextRuler((text) => [...text].length * 7)

/** Ids a1, a2, … */
export function counter(prefix = 'a'): () => string {
  let number = 0
  return () => `${prefix}${(number += 1)}`
}

interface Drawn {
  /** Stages with their steps: `{ need: [], buy: ['pay', 'wait'] }`. */
  readonly stages: Readonly<Record<string, readonly string[]>>
  /** Lanes with their roles. */
  readonly lanes: Readonly<Record<string, string>>
  /** Cards: lane, step, then the text; the id is the text's first word. */
  readonly cards?: readonly (readonly [lane: string, step: string, text: string, more?: Values])[]
  readonly more?: readonly ListedObject[]
}

/** A small map written down in a few words. */
export function documentOf({ stages, lanes, cards = [], more = [] }: Drawn): MemoryDocument {
  const objects: ListedObject[] = [{
    kind: 'map',
    id: 'm',
    properties: { order: 'i', name: 'Map', personas: ['olena'] },
  }]
  const names = Object.keys(stages)
  const stageKeys = first(names.length)
  names.forEach((id, index) => {
    objects.push({ kind: 'stage', id, map: 'm', properties: { order: stageKeys[index] ?? '', name: id } })
    const steps = stages[id] ?? []
    const stepKeys = first(steps.length)
    steps.forEach((step, place) =>
      objects.push({
        kind: 'step',
        id: step,
        map: 'm',
        properties: { stage: id, order: stepKeys[place] ?? '', name: step },
      })
    )
  })
  const laneNames = Object.keys(lanes)
  const laneKeys = first(laneNames.length)
  laneNames.forEach((id, index) =>
    objects.push({
      kind: 'lane',
      id,
      map: 'm',
      properties: { order: laneKeys[index] ?? '', role: lanes[id] ?? 'custom', name: id },
    })
  )
  const cardKeys = first(cards.length)
  cards.forEach(([lane, step, text, values], index) =>
    objects.push({
      kind: 'card',
      id: text.split(' ')[0] ?? text,
      map: 'm',
      properties: { lane, step, order: cardKeys[index] ?? '', text, ...values },
    })
  )
  return new MemoryDocument('m', [...objects, ...more])
}

export const everything = { filter: null, showsHidden: false, personas: new Set(['olena']) } as const

export const gridOf = (document: MemoryDocument): Grid => buildGrid(document, everything)

export function around(document: MemoryDocument): Surroundings {
  return {
    library: readLibrary(document),
    ruler: plainRuler(),
    draft: null,
    flowTracks: 0,
    laneHead: sizes.laneHead,
  }
}

export const layoutOf = (document: MemoryDocument): Layout =>
  layoutGrid(gridOf(document), around(document), null)

/** The texts of a cell, in order. */
export const textsIn = (document: MemoryDocument, lane: string, step: string): readonly string[] =>
  (gridOf(document).cells.get(lane)?.[gridOf(document).columnOf.get(step) ?? -1] ?? []).map((card) =>
    card.text
  )
