import type { LiveEvent } from './live'

/**
 * Reads the text of server-sent events as it comes, in pieces of any size.
 *
 * Only what the server uses: `event`, `data` (several lines are one text) and comments; LF or CRLF.
 */
export class EventParser {
  private rest = ''
  private name = ''
  private lines: string[] = []

  feed(text: string): readonly LiveEvent[] {
    const events: LiveEvent[] = []
    const lines = (this.rest + text).split('\n')
    this.rest = lines.pop() ?? ''
    for (const raw of lines) {
      const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw
      if (line === '') {
        const isEvent = this.name !== '' || this.lines.length > 0
        if (isEvent) events.push({ name: this.name, text: this.lines.join('\n') })
        this.name = ''
        this.lines = []
        continue
      }
      const colon = line.indexOf(':')
      if (colon === 0) continue
      const field = colon < 0 ? line : line.slice(0, colon)
      const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '')
      if (field === 'event') this.name = value
      if (field === 'data') this.lines.push(value)
    }
    return events
  }
}
