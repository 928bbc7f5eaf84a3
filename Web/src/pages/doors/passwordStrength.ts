/** What keeps the server from taking a password; the same rules as there, so that nobody is surprised. */
export type PasswordProblem = 'short' | 'long' | 'common' | 'own'

export const leastCharacters = 10
const mostBytes = 1_000

const stems = new Set([
  'password', 'passwort', 'passw0rd', 'p@ssword', 'p@ssw0rd', 'motdepasse', 'contrasena', 'qwerty', 'qwertz',
  'azerty',
  'letmein', 'welcome', 'willkommen', 'admin', 'administrator', 'changeme', 'iloveyou', 'monkey', 'dragon',
  'football',
  'baseball', 'sunshine', 'princess', 'superman', 'batman', 'master', 'login', 'secret', 'hello', 'summer',
  'winter',
  'spring', 'autumn', 'monday', 'waymark', 'customer', 'journey', 'marketing',
])

const wholes = new Set([
  '1q2w3e4r5t', '1qaz2wsx3edc', 'qwertyuiop', 'asdfghjkl;', 'zxcvbnm,./', 'qazwsxedcrfv', '1234512345',
  '1029384756',
  '0123456789', 'q1w2e3r4t5', 'iloveyou12', 'passwordpassword', 'correcthorsebatterystaple', 'qwertyqwerty',
  'adminadmin', 'changemenow', 'letmeinplease', 'trustno1trustno1', '1234567890qwerty', 'qwerty1234567890',
])

const plain = (text: string): string => text.toLowerCase().replace(/ /g, '')

/**
 * What is wrong with a password; null if nothing is. `names`: what an attacker knows, e-mail address and
 * name.
 */
export function passwordProblem(password: string, names: readonly string[] = []): PasswordProblem | null {
  if ([...password].length < leastCharacters) return 'short'
  if (new TextEncoder().encode(password).length > mostBytes) return 'long'
  const text = plain(password)
  if (new Set(text).size < 4 || wholes.has(text) || isRun(text)) return 'common'
  for (const name of names) {
    const parts = [name, name.split('@')[0] ?? ''].map(plain).filter(part => part !== '')
    if (parts.includes(text)) return 'own'
  }
  return stems.has(text.replace(/\P{L}+$/u, '')) ? 'common' : null
}

/** Whether every character follows the one before it, as in `abcdefghij`. */
function isRun(text: string): boolean {
  const codes = [...text].map(character => character.codePointAt(0) ?? 0)
  const steps = codes.slice(1).map((code, place) => code - (codes[place] ?? 0))
  return [1, -1].some(step => steps.filter(each => each === step).length >= steps.length - 1)
}

/** From 0 (refused) to 4 (very strong): length counts most, then how many different characters there are. */
export function passwordStrength(password: string, names: readonly string[] = []): 0 | 1 | 2 | 3 | 4 {
  if (passwordProblem(password, names) !== null) return 0
  const length = [...password].length
  const variety = new Set(plain(password)).size
  const effective = Math.min(length, variety * 1.8)
  if (effective >= 20) return 4
  if (effective >= 15) return 3
  return effective >= 12 ? 2 : 1
}
