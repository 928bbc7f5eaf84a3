import { words } from '../../words/words'
import { api } from '../api/api'
import { ApiFailure } from '../api/failure'
import type { Post } from './sender'

/** Posts as one person: after a sign-in it is asked first whose it was. */
export function postAs(person: string, server: Pick<typeof api, 'session' | 'edits'> = api): Post {
  let isDoubtful = false
  return async (client, batches, keepalive) => {
    if (isDoubtful) {
      const session = await server.session()
      if (session.person && session.person.id !== person) {
        throw new ApiFailure(409, 'other-person', words('save.otherPerson'))
      }
    }
    try {
      const { answers } = await server.edits(person, client, batches, keepalive)
      isDoubtful = false
      return answers
    } catch (error) {
      if (error instanceof ApiFailure && error.status === 401) isDoubtful = true
      throw error
    }
  }
}
