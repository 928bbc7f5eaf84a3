import type { IconName } from '../../design/icons'
import type { WordKey } from '../../words/words'

/** What a lane is for; the same words as the server's LaneRole. */
export const laneRoles = [
  'goal',
  'action',
  'motivation',
  'question',
  'thought',
  'expectation',
  'touchpoint',
  'channel',
  'emotion',
  'barrier',
  'surprise',
  'disappointment',
  'opportunity',
  'solution',
  'business-action',
  'communication',
  'department',
  'competitor',
  'front-stage',
  'back-stage',
  'support',
  'metric',
  'story',
  'text',
  'picture',
  'custom',
] as const

export type LaneRole = (typeof laneRoles)[number]

export type Hue =
  | 'indigo'
  | 'blue'
  | 'cyan'
  | 'teal'
  | 'green'
  | 'amber'
  | 'orange'
  | 'red'
  | 'pink'
  | 'violet'
  | 'slate'
  | 'stone'

const hues: Readonly<Record<LaneRole, Hue>> = {
  goal: 'indigo',
  metric: 'indigo',
  action: 'blue',
  'front-stage': 'blue',
  motivation: 'violet',
  story: 'violet',
  expectation: 'violet',
  question: 'cyan',
  communication: 'cyan',
  thought: 'slate',
  department: 'slate',
  'back-stage': 'slate',
  touchpoint: 'teal',
  channel: 'teal',
  emotion: 'pink',
  barrier: 'red',
  surprise: 'green',
  solution: 'green',
  disappointment: 'orange',
  opportunity: 'amber',
  'business-action': 'indigo',
  competitor: 'stone',
  support: 'stone',
  text: 'stone',
  picture: 'stone',
  custom: 'stone',
}

/** The palette's family for a role, as in the drawings. */
export const hueOfRole = (role: LaneRole): Hue => hues[role]
export const iconOfRole = (role: LaneRole): IconName => role
export const nameOfRole = (role: LaneRole): WordKey => `role.${role}`
/** The sentence that says what belongs in a lane. */
export const meaningOfRole = (role: LaneRole): WordKey => `meaning.${role}`

export const isLaneRole = (value: unknown): value is LaneRole =>
  typeof value === 'string' && (laneRoles as readonly string[]).includes(value)

const claims: ReadonlySet<LaneRole> = new Set<LaneRole>([
  'goal',
  'action',
  'motivation',
  'question',
  'thought',
  'expectation',
  'touchpoint',
  'channel',
  'emotion',
  'barrier',
  'surprise',
  'disappointment',
  'competitor',
])

/** Whether a card of the lane states something that can be true or false, and so needs evidence. */
export const carriesEvidence = (role: LaneRole): boolean => claims.has(role)

/** Whether a solution may answer (or strengthen) a card of this lane. */
export const isCause = (role: LaneRole): boolean =>
  role === 'barrier' || role === 'question' || role === 'disappointment' || role === 'surprise'

/** Whether a card of this lane counts as the solution of a barrier it is linked to. */
export const isAnswer = (role: LaneRole): boolean =>
  role === 'solution' || role === 'opportunity' || role === 'business-action'

/** The layer of a service blueprint, from the customer (0) downward; null for lanes that belong to none. */
export function blueprintLayer(role: LaneRole): number | null {
  if (role === 'front-stage') return 1
  if (role === 'back-stage') return 2
  if (role === 'support') return 3
  return role === 'story' || carriesEvidence(role) && role !== 'competitor' ? 0 : null
}
