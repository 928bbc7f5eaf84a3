import { mapKinds, mapStates } from '../../editor/panels/maps/choices'
import { proposedName } from './mapName'

export type MapKind = (typeof mapKinds)[number]
export type MapState = (typeof mapStates)[number]

/** Something of the workspace, or the name of something new. */
export interface Choice { readonly id: string | null; readonly name: string }

export const steps = ['who', 'why', 'template'] as const
export type Step = (typeof steps)[number]

/** A map that is being thought of. */
export interface Draft {
  readonly step: Step
  readonly product: Choice
  readonly audience: Choice
  readonly persona: Choice
  /** Null: the proposed one. */
  readonly ownName: string | null
  readonly why: string
  readonly expectedOutcome: string
  readonly problem: string
  readonly kind: MapKind
  readonly state: MapState
  /** Null: the suggested one. */
  readonly ownTemplate: string | null
  /** Who asks the server, and how often something else was asked: the same question is answered only once. */
  readonly client: string
  readonly sequence: number
  /** What was asked last, if no answer came. */
  readonly asked: string | null
}

export const nothing: Choice = { id: null, name: '' }

export const emptyDraft = (client: string): Draft => ({
  step: 'who', product: nothing, audience: nothing, persona: nothing, ownName: null, why: '',
    expectedOutcome: '',
  problem: '', kind: 'customer-journey', state: 'hypothesis', ownTemplate: null, client, sequence: 1,
    asked: null,
})

/** The name the map gets: the person's own, or the proposed one. */
export function nameOf(draft: Draft, taken: readonly string[]): string {
  return draft.ownName ?? proposedName(
    { product: draft.product.name, audience: draft.audience.name, kind: draft.kind, state: draft.state },
      taken)
}

export type DraftProblem = 'product' | 'audience' | 'name'

/** What is missing before the step can be left. */
export function missing(draft: Draft, taken: readonly string[]): readonly DraftProblem[] {
  const found: DraftProblem[] = []
  if (draft.product.name.trim() === '') found.push('product')
  if (draft.audience.name.trim() === '') found.push('audience')
  if (found.length === 0 && nameOf(draft, taken).trim() === '') found.push('name')
  return found
}

const place = 'waymark.new-map'

/** The draft that this tab keeps; anything unexpected begins anew. */
export function readDraft(stored: string | null, client: string): Draft {
  const empty = emptyDraft(client)
  if (stored === null) return empty
  let value: unknown
  try {
    value = JSON.parse(stored)
  } catch {
    return empty
  }
  if (typeof value !== 'object' || value === null) return empty
  const read = value as Record<string, unknown>
  const text = (name: string): string => (typeof read[name] === 'string'
    ? (read[name] as string).slice(0, 100_000) : '')
  const oneOf = <Name extends string>(name: string, all: readonly Name[], otherwise: Name): Name =>
    all.find(each => each === read[name]) ?? otherwise
  const orNull = (name: string): string | null => (typeof read[name] === 'string' ? (read[name] as string)
    : null)
  return {
    step: oneOf('step', steps, 'who'), product: choiceOf(read['product']),
      audience: choiceOf(read['audience']),
    persona: choiceOf(read['persona']), ownName: orNull('ownName'), why: text('why'),
    expectedOutcome: text('expectedOutcome'), problem: text('problem'),
    kind: oneOf('kind', mapKinds, empty.kind), state: oneOf('state', mapStates, empty.state),
    ownTemplate: orNull('ownTemplate'), client: text('client') || client,
    sequence: typeof read['sequence'] === 'number' ? read['sequence'] : 1, asked: orNull('asked'),
  }
}

function choiceOf(value: unknown): Choice {
  if (typeof value !== 'object' || value === null) return nothing
  const { id, name } = value as Record<string, unknown>
  return { id: typeof id === 'string' ? id : null, name: typeof name === 'string' ? name : '' }
}

export function loadDraft(client: string): Draft {
  try {
    return readDraft(window.sessionStorage.getItem(place), client)
  } catch {
    return emptyDraft(client)
  }
}

/** A null draft is forgotten. */
export function keepDraft(draft: Draft | null): void {
  try {
    if (draft === null) window.sessionStorage.removeItem(place)
    else window.sessionStorage.setItem(place, JSON.stringify(draft))
  } catch {
    // Without storage the draft lasts as long as the page.
  }
}
