import { ApiFailure } from '../../core'
import { words } from '../../words/words'

/** Server messages are clauses without capital and full stop; on a page they are sentences. */
export function asSentence(text: string): string {
  const trimmed = text.trim()
  if (trimmed === '') return ''
  const first = [...trimmed][0] ?? ''
  const sentence = first.toLocaleUpperCase() + trimmed.slice(first.length)
  return /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`
}

/** What went wrong and what to do about it, for a person. */
export function sentenceOf(problem: unknown): string {
  if (!(problem instanceof ApiFailure)) return words('page.strange')
  if (problem.status === 0) return words('page.offline')
  const seconds = waitOf(problem)
  if (problem.status === 429 && seconds !== null) return words('page.tooMany', { count: seconds })
  if (problem.status === 403) return words('page.forbidden')
  return [problem.message, problem.hint ?? ''].map(asSentence).filter(part => part !== '').join(' ')
}

/** Seconds that the server asks to wait; null if it does not. */
export function waitOf(problem: unknown): number | null {
  if (!(problem instanceof ApiFailure) || problem.retryAfter === null) return null
  return Math.max(1, Math.ceil(problem.retryAfter / 1_000))
}

export const isSignedOut = (problem: unknown): boolean => problem instanceof ApiFailure
  && problem.status === 401
