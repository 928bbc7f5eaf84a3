/** What a new team does first. */
export const tasks = ['map', 'touchpoints', 'reality', 'colleague'] as const
export type Task = (typeof tasks)[number]

/** What is known of a workspace. */
export interface Facts {
  readonly maps: number
  readonly touchpoints: number
  /** Whether any number of any map comes from events or answers. */
  readonly hasNumbers: boolean
  /** Everybody who can sign in, oneself included. */
  readonly people: number
  readonly invitations: number
}

export const enoughTouchpoints = 3

/** What is done already. */
export function doneTasks(facts: Facts): ReadonlySet<Task> {
  const done = new Set<Task>()
  if (facts.maps > 0) done.add('map')
  if (facts.touchpoints >= enoughTouchpoints) done.add('touchpoints')
  if (facts.hasNumbers) done.add('reality')
  if (facts.people > 1 || facts.invitations > 0) done.add('colleague')
  return done
}

/** Where each task is done. */
export const placeOf: Readonly<Record<Task, string>> = {
  map: '/new', touchpoints: '/library', reality: '/data', colleague: '/people',
}
