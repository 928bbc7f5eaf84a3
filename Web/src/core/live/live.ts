import type { Revision } from '../model/wire'
import type { Link } from '../link'
import type { Present } from '../types'

/** Who listens to the server's stream. */
export interface LiveReceiver {
  /** The last revision that is known here: the stream goes on behind it. */
  since(): number
  /** Revisions in their order; some may be known already. */
  revisions(revisions: readonly Revision[]): void
  presence(people: readonly Present[]): void
  /** Events or answers have changed: live numbers are to be asked for anew. */
  numbers(): void
  /** The stream cannot go on from here: begin anew from a snapshot. */
  reload(): void
  linked(link: Link): void
}

/** A stream that is kept open. */
export interface Live {
  /** Tries at once if it is not open. */
  retry(): void
  close(): void
}

export type OpenLive = (receiver: LiveReceiver) => Live

/** One event of the stream, before anybody has read it. */
export interface LiveEvent {
  readonly name: string
  readonly text: string
}

/** Hands an event to who listens; an event that cannot be read means that the stream cannot be trusted. */
export function deliver(event: LiveEvent, receiver: LiveReceiver): void {
  let value: unknown
  try {
    value = event.text === '' ? null : JSON.parse(event.text)
  } catch {
    receiver.reload()
    return
  }
  switch (event.name) {
    case 'edits': receiver.revisions([value as Revision]); break
    case 'presence': receiver.presence((value as { people: readonly Present[] }).people); break
    case 'numbers': receiver.numbers(); break
    case 'reload': receiver.reload(); break
  }
}
