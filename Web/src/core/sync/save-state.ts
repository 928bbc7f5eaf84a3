import { words } from '../../words/words'
import type { SaveState } from '../types'
import type { Link } from './sender'

/** What is known of this tab's way to the server. */
export interface SavingFacts {
  readonly waiting: number
  readonly isOnline: boolean
  readonly link: Link
  /** Why the link is not open, where the server said it. */
  readonly code: string | null
  /** What was refused last, until the person goes on. */
  readonly refusal: string | null
}

/** The one line that tells whether the work is safe. */
export function saveStateOf({ waiting, isOnline, link, code, refusal }: SavingFacts): SaveState {
  if (link === 'outdated') {
    return { kind: 'problem', message: words(code === 'other-person' ? 'save.otherPerson' : 'save.reload'), waiting }
  }
  if (link === 'signed-out') return { kind: 'problem', message: words('save.signIn'), waiting }
  if (refusal !== null) return { kind: 'problem', message: refusal, waiting }
  if (!isOnline || link === 'lost') return { kind: 'offline', waiting }
  return waiting > 0 ? { kind: 'saving', waiting } : { kind: 'saved' }
}

export const sameSaveState = (a: SaveState, b: SaveState): boolean => JSON.stringify(a) === JSON.stringify(b)
