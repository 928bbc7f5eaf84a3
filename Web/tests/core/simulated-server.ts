import { ApiFailure } from '../../src/core/api/failure'
import type { Snapshot } from '../../src/core/api/answers'
import { apply } from '../../src/core/model/apply'
import type { Inverse } from '../../src/core/model/inverse'
import { undo } from '../../src/core/model/undo'
import type { Batch, BatchAnswer, OutcomeReport, Revision, WireObject } from '../../src/core/model/wire'
import { WorkspaceState } from '../../src/core/model/workspace-state'
import { itemOf } from '../../src/core/model/wire'
import type { Edit } from '../../src/core/types'

/** A batch with this word in it is refused for good. */
export const poison = 'poison'

/** The server's part of the contract: orders batches, knows each by (client, sequence), keeps a history. */
export class SimulatedServer {
  readonly state: WorkspaceState
  readonly log: Revision[] = []
  /** The intentions of all batches that were taken, once for each. */
  readonly taken: string[] = []
  private readonly answers = new Map<string, { readonly content: string; readonly answer: BatchAnswer }>()
  private readonly listeners = new Set<(revision: Revision) => void>()
  /** Streams cannot go on from before this revision. */
  private forgotten = 0

  constructor(items: readonly WireObject[]) {
    this.state = new WorkspaceState(items.map(itemOf))
  }

  get revision(): number {
    return this.log.length
  }

  snapshot(map: string): Snapshot {
    const objects: WireObject[] = []
    for (const { ref, values, deleted } of this.state.all()) {
      if (ref.map === undefined || ref.map === map) objects.push({ ...ref, properties: values, deleted })
    }
    return { revision: this.revision, objects }
  }

  commit(client: string, batches: readonly Batch[]): readonly BatchAnswer[] {
    for (const batch of batches) {
      const known = this.answers.get(`${client} ${batch.sequence}`)
      const isReused = known !== undefined && known.content !== JSON.stringify(batch)
      if (isReused) throw new ApiFailure(409, 'batch-reused', 'reused')
      if (!known && JSON.stringify(batch).includes(poison)) throw new ApiFailure(400, 'bad-batch', 'refused')
    }
    return batches.map((batch) => {
      const key = `${client} ${batch.sequence}`
      const known = this.answers.get(key)
      if (known) return known.answer
      const answer = this.take(client, batch)
      this.answers.set(key, { content: JSON.stringify(batch), answer })
      return answer
    })
  }

  /** Revisions behind one; null: too long ago. */
  since(revision: number): readonly Revision[] | null {
    return revision < this.forgotten ? null : this.log.slice(revision)
  }

  forget(): void {
    this.forgotten = this.revision
  }

  listen(listener: (revision: Revision) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  private take(client: string, batch: Batch): BatchAnswer {
    this.taken.push(batch.intention)
    const edits: Edit[] = []
    const inverses: Inverse[] = []
    const outcomes: OutcomeReport[] = []
    if ('undo' in batch) {
      const report = undo(this.state, batch.undo)
      edits.push(...report.undone)
      inverses.push(...report.redo)
      for (const _ of report.leftAlone) outcomes.push({ outcome: 'left-alone' })
    } else {
      for (const edit of batch.edits) {
        const outcome = apply(this.state, edit)
        outcomes.push({ outcome: outcome.kind })
        if (outcome.kind !== 'applied') continue
        edits.push(edit)
        inverses.push(outcome.inverse)
      }
    }
    if (edits.length === 0) return { sequence: batch.sequence, revision: null, outcomes, inverses }
    const revision: Revision = {
      number: this.log.length + 1, at: 0, author: client, client, sequence: batch.sequence,
      intention: batch.intention, edits,
    }
    this.log.push(revision)
    for (const listener of [...this.listeners]) listener(revision)
    return { sequence: batch.sequence, revision: revision.number, outcomes, inverses }
  }
}
