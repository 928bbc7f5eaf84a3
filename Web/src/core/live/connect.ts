import { failureOf, unreachable, ApiFailure } from '../api/failure'
import { query, send } from '../api/request'
import { EventParser } from './event-parser'
import type { Connect } from './own-stream'

/**
 * Opens the server's stream of events for a client.
 *
 * It is read by `fetch` rather than by `EventSource`, which tells neither why it was refused nor that
 * heartbeats stay
 * away. No map is named: the tabs share one stream, and each takes what concerns its map.
 */
export const connectTo = (client: string): Connect => (since, connection) => {
  const abort = new AbortController()
  const decoder = new TextDecoder()
  const parser = new EventParser()
  const run = async (): Promise<void> => {
    const response = await send(`/api/events${query({ since, client })}`, {
      signal: abort.signal, headers: { Accept: 'text/event-stream' },
    })
    if (!response.ok) throw await failureOf(response)
    if (!response.body) throw unreachable()
    connection.opened()
    const reader = response.body.getReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      connection.alive()
      for (const event of parser.feed(decoder.decode(value, { stream: true }))) connection.event(event)
    }
  }
  run().then(
    () => connection.ended(null),
    (error) => connection.ended(error instanceof ApiFailure ? error : unreachable()),
  )
  return () => abort.abort()
}
