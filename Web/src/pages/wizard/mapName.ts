import { words } from '../../words/words'

interface About {
  readonly product: string
  readonly audience: string
  readonly kind: string
  readonly state: string
}

const longest = 120

/** A name from what the map is about; empty while nothing is known. One that is taken gets a number. */
export function proposedName({ product, audience, kind, state }: About,
  taken: readonly string[] = []): string {
  const [first, second] = [tidy(product), tidy(audience)]
  if (first === '' && second === '') return ''
  let name = first === '' || second === '' ? first || second
    : words('new.nameOf', { product: first, audience: lowered(second) })
  if (kind === 'service-blueprint') name = words('new.nameBlueprint', { name })
  if (state === 'future') name = words('new.nameFuture', { name })
  return free(shortened(name), taken)
}

const tidy = (text: string): string => text.trim().replace(/\s+/g, ' ')

/** "Young parents" → "young parents" inside a name, but "IT teams" and "Kyiv parents" keep their capitals. */
function lowered(text: string): string {
  const [first = '', second = ''] = [...text]
  const isAcronym = second !== '' && second === second.toLocaleUpperCase()
    && second !== second.toLocaleLowerCase()
  return isAcronym || !plainStarts.test(text) ? text : first.toLocaleLowerCase() + text.slice(first.length)
}

/** Words that are certainly no proper names, with which audiences often begin. */
const plainStarts =
  /^(young|new|first|small|large|big|old|older|busy|people|parents|families|students|customers|clients|buyers|guests|users|teams|companies|owners|managers|women|men|returning|expecting)\b/i

function shortened(name: string): string {
  const characters = [...name]
  return characters.length <= longest ? name : `${characters.slice(0, longest - 1).join('').trimEnd()}…`
}

function free(name: string, taken: readonly string[]): string {
  const known = new Set(taken.map(each => tidy(each).toLocaleLowerCase()))
  if (!known.has(name.toLocaleLowerCase())) return name
  for (let number = 2; ; number += 1) {
    const numbered = `${name} ${number}`
    if (!known.has(numbered.toLocaleLowerCase())) return numbered
  }
}
