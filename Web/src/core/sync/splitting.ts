import type { Change } from '../model/wire'

/** The server takes at most 2,000 edits in a batch and 1 MB in a request. */
const mostEdits = 2_000
const mostCharacters = 250_000

/** A change in pieces that the server takes, in order; one piece nearly always. */
export function pieces(change: Change): readonly Change[] {
  return 'edits' in change
    ? split(change.edits).map((edits) => ({ edits }))
    // Inverses are undone from the last to the first.
    : split([...change.undo].reverse()).map((undo) => ({ undo: [...undo].reverse() }))
}

function split<Part>(parts: readonly Part[]): readonly (readonly Part[])[] {
  if (parts.length <= 1) return parts.length === 0 ? [] : [parts]
  const result: Part[][] = []
  let present: Part[] = []
  let characters = 0
  for (const part of parts) {
    const length = JSON.stringify(part).length
    if (present.length > 0 && (present.length >= mostEdits || characters + length > mostCharacters)) {
      result.push(present)
      present = []
      characters = 0
    }
    present.push(part)
    characters += length
  }
  result.push(present)
  return result
}
