import type { Item, Value } from '../../core/types'
import { isLaneRole } from './roles'
import type { LaneRole } from './roles'

export interface Emotion {
  /** −3 (worst) … +3 (best). */
  readonly score: number
  readonly name: string
  readonly emoji: string
  /** null: the primary persona. */
  readonly persona: string | null
  readonly branch: 'well' | 'badly' | null
}

export type Severity = 'low' | 'medium' | 'high'
export type CardStatus = 'idea' | 'decided' | 'in-progress' | 'launched' | 'measured' | 'dropped'

/** A card as the canvas reads it. */
export interface Card {
  readonly id: string
  readonly lane: string
  readonly step: string
  readonly order: string
  readonly text: string
  /** Columns covered, at least 1. */
  readonly span: number
  readonly touchpoint: string | null
  readonly emotion: Emotion | null
  readonly severity: Severity | null
  readonly owner: string | null
  readonly status: CardStatus | null
  readonly links: readonly string[]
  readonly momentOfTruth: string | null
  readonly picture: string | null
  readonly item: Item
}

export interface TimeFrame {
  readonly minimum: number
  readonly maximum: number
  readonly unit: 'minutes' | 'hours' | 'days' | 'weeks' | 'months' | 'years'
}

export type Phase = 'before' | 'during' | 'after'

export interface Stage {
  readonly id: string
  readonly order: string
  readonly name: string
  readonly mindset: string
  readonly goal: string
  readonly timeFrame: TimeFrame | null
  readonly phase: Phase | null
}

export interface Lane {
  readonly id: string
  readonly order: string
  readonly role: LaneRole
  readonly name: string
  readonly isHidden: boolean
}

export interface Flow {
  readonly id: string
  readonly kind: 'skip' | 'return' | 'loop'
  readonly from: string
  readonly to: string
  readonly note: string
}

export const textOf = (value: Value | undefined): string => (typeof value === 'string' ? value : '')
export const textOrNull = (
  value: Value | undefined,
): string | null => (typeof value === 'string' ? value : null)

/** The parts of a record; nothing for any other value. */
export function partsOf(value: Value | undefined): Readonly<Record<string, Value>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value as Readonly<Record<string, Value>>
    : {}
}

const choice = <Name extends string>(value: Value | undefined, names: readonly Name[]): Name | null =>
  names.find((name) => name === value) ?? null

export function emotionOf(value: Value | undefined): Emotion | null {
  const parts = partsOf(value)
  const score = parts['score']
  if (typeof score !== 'number' || !Number.isFinite(score)) return null
  return {
    score: Math.min(3, Math.max(-3, score)),
    name: textOf(parts['name']),
    emoji: textOf(parts['emoji']),
    persona: textOrNull(parts['persona']),
    branch: choice(parts['branch'], ['well', 'badly']),
  }
}

const cards = new WeakMap<Item, Card>()

/** Reads a card; the same item gives the same card. */
export function cardOf(item: Item): Card {
  const known = cards.get(item)
  if (known !== undefined) return known
  const { values } = item
  const span = values['span']
  const links = values['links']
  const card: Card = {
    id: item.ref.id,
    lane: textOf(values['lane']),
    step: textOf(values['step']),
    order: textOf(values['order']),
    text: textOf(values['text']),
    span: typeof span === 'number' && span >= 1 ? Math.floor(span) : 1,
    touchpoint: textOrNull(values['touchpoint']),
    emotion: emotionOf(values['emotion']),
    severity: choice(values['severity'], ['low', 'medium', 'high']),
    owner: textOrNull(values['owner']),
    status: choice(values['status'], ['idea', 'decided', 'in-progress', 'launched', 'measured', 'dropped']),
    links: Array.isArray(links) ? links.filter((link): link is string => typeof link === 'string') : [],
    momentOfTruth: textOrNull(values['momentOfTruth']),
    picture: textOrNull(values['picture']),
    item,
  }
  cards.set(item, card)
  return card
}

export function stageOf({ ref, values }: Item): Stage {
  const frame = partsOf(values['timeFrame'])
  const unit = choice(frame['unit'], ['minutes', 'hours', 'days', 'weeks', 'months', 'years'])
  const { minimum, maximum } = frame
  return {
    id: ref.id,
    order: textOf(values['order']),
    name: textOf(values['name']),
    mindset: textOf(values['mindset']),
    goal: textOf(values['goal']),
    phase: choice(values['phase'], ['before', 'during', 'after']),
    timeFrame: unit === null || typeof minimum !== 'number' || typeof maximum !== 'number'
      ? null
      : { minimum, maximum, unit },
  }
}

export function laneOf({ ref, values }: Item): Lane {
  const role = values['role']
  return {
    id: ref.id,
    order: textOf(values['order']),
    role: isLaneRole(role) ? role : 'custom',
    name: textOf(values['name']),
    isHidden: values['isHidden'] === true,
  }
}

export function flowOf({ ref, values }: Item): Flow {
  return {
    id: ref.id,
    kind: choice(values['kind'], ['skip', 'return', 'loop']) ?? 'skip',
    from: textOf(values['from']),
    to: textOf(values['to']),
    note: textOf(values['note']),
  }
}
