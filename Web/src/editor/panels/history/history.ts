import { keyOf } from '../../../core/types'
import type { Edit, Ref, Value } from '../../../core/types'

/** One change of the map as the log has it. */
export interface Revision {
  readonly number: number
  /** Microseconds since 1970. */
  readonly at: number
  readonly author: string
  readonly intention: string
  readonly edits: readonly Edit[]
}

/** The revisions that changed an object, or something that lies in it. */
export function touching(revisions: readonly Revision[], object: Ref): readonly Revision[] {
  const key = keyOf(object)
  return revisions.filter(revision => revision.edits.some(edit =>
    keyOf(edit.object) === key || container(edit) === object.id))
}

/** The object that an inserted or moved one was put into, where that is one id: the card of a piece of evidence. */
function container(edit: Edit): string | null {
  const values = edit.type === 'insert' ? edit.properties : edit.type === 'move' ? edit.into ?? {} : {}
  const holder: Value | undefined = edit.object.kind === 'evidence' ? values['card'] : values['stage']
  return typeof holder === 'string' ? holder : null
}

export interface Day<Entry> { readonly day: string; readonly entries: readonly Entry[] }

/** Revisions by the day they were made on, in the order given. */
export function byDay(revisions: readonly Revision[], dayOf: (at: Date) => string): readonly Day<Revision>[] {
  const days: { day: string; entries: Revision[] }[] = []
  for (const revision of revisions) {
    const day = dayOf(new Date(revision.at / 1_000))
    const last = days[days.length - 1]
    if (last?.day === day) last.entries.push(revision)
    else days.push({ day, entries: [revision] })
  }
  return days
}
