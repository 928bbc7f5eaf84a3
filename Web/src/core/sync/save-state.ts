import { words } from '../../words/words'
import type { SaveState } from '../types'
import type { Link } from '../link'

/** What is known of this tab's way to the server. */
export interface SavingFacts {
  readonly waiting: number
  readonly isOnline: boolean
  readonly link: Link
  /** Why the link is not open, where the server said it. */
  readonly failure: { readonly code: string; readonly message: string } | null
  /** What was refused last, until the person goes on. */
  readonly refusal: string | null
}

/** The one line that tells whether the work is safe. */
export function saveStateOf({ waiting, isOnline, link, failure, refusal }: SavingFacts): SaveState {
  if (link === 'outdated') {
    return { kind: 'problem', message: words('save.reload'), waiting }
  }
  if (link === 'signed-out') {
    const isOther = failure?.code === 'other-person'
    return { kind: 'problem', message: words(isOther ? 'save.otherPerson' : 'save.signIn'), waiting }
  }
  if (link === 'troubled') {
    return { kind: 'problem', message: words('save.troubled', { reason: failure?.message ?? '' }), waiting }
  }
  if (refusal !== null) return { kind: 'problem', message: refusal, waiting }
  if (!isOnline || link === 'lost') return { kind: 'offline', waiting }
  return waiting > 0 ? { kind: 'saving', waiting } : { kind: 'saved' }
}

export const sameSaveState = (a: SaveState, b: SaveState): boolean => JSON.stringify(a) === JSON.stringify(b)
