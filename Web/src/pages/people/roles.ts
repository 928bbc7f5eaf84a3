import type { Person, Role } from '../../core'

/** From the one who may do least to the one who may do all. */
export const roles: readonly Role[] = ['viewer', 'commenter', 'editor', 'owner']

/** Whether a person is the only owner who can sign in: the server lets nobody take that away. */
export function isLastOwner(person: Person, people: readonly Person[]): boolean {
  if (person.role !== 'owner' || person.isActive === false) return false
  return people.filter(each => each.role === 'owner' && each.isActive !== false).length === 1
}

/** Oneself first, then who can sign in, by rank and name. */
export function inOrder(people: readonly Person[], me: string, language = 'en'): readonly Person[] {
  const rank = ({ id, isActive, role }: Person): number =>
    (id === me ? 0 : 10) + (isActive === false ? 100 : 0) + (3 - roles.indexOf(role))
  return [...people].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, language))
}
