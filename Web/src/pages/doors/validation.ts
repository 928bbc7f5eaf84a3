import type { WordKey } from '../../words/words'
import { passwordProblem } from './passwordStrength'

export interface AccountFields { readonly name: string; readonly email: string; readonly password: string }

export type AccountProblems = { readonly [Name in keyof AccountFields]?: WordKey }

/** An address that may well be one; only a letter could tell for sure. */
export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text.trim())
  && text.length <= 254

/** What is still wrong with a new account, by field. */
export function accountProblems({ name, email, password }: AccountFields): AccountProblems {
  const found: { -readonly [Name in keyof AccountFields]?: WordKey } = {}
  if (name.trim() === '') found.name = 'door.nameMissing'
  else if ([...name.trim()].length > 100) found.name = 'door.nameLong'
  if (!isEmail(email)) found.email = 'door.emailWrong'
  const problem = passwordProblem(password, [email.trim(), name.trim()])
  if (problem !== null) found.password = `door.password.${problem}`
  return found
}
