import { ApiFailure } from '../../core'
import { words } from '../../words/words'
import { asSentence, sentenceOf } from '../frame/sentences'

/** Whether a one-time link does not open anything any more. */
export const isDeadLink = (problem: unknown): boolean =>
  problem instanceof ApiFailure && (problem.code === 'invalid-link' || problem.status === 404
    || problem.status === 410)

/** What a door says when it does not open. */
export function doorProblem(problem: unknown): string {
  if (!(problem instanceof ApiFailure)) return words('page.strange')
  switch (problem.code) {
    case 'wrong-credentials': return words('door.wrong')
    case 'wrong-password': return words('account.wrongPassword')
    case 'email-taken': return words('door.emailTaken')
    case 'insecure': return asSentence(problem.message)
  }
  if (problem.status === 401) return words('door.wrong')
  return sentenceOf(problem)
}

/** A server that cannot be asked about invitations is not one that refuses them. */
export const isDeadInvitation = (problem: unknown): boolean =>
  problem instanceof ApiFailure && problem.code === 'invalid-link'
