import type { Batch } from '../model/wire'
import type { HistoryEntry } from './history'

/** One tab's work, whoever has it in hand now. */
export interface ClientRecord {
  readonly client: string
  /** Whose it is: different people never take over each other's. */
  readonly person: string
  /** The map that was open; '' for the workspace. */
  readonly map: string
  /** When its tab last showed a sign of life, in milliseconds since 1970. */
  readonly seen: number
}

export interface StoredHistory {
  readonly undo: readonly HistoryEntry[]
  readonly redo: readonly HistoryEntry[]
}

/** Where batches wait until the server has them. */
export interface QueueStore {
  /** Whether what is kept survives the tab. */
  readonly survives: boolean
  register(record: ClientRecord): Promise<void>
  clients(person: string): Promise<readonly ClientRecord[]>
  /** Says that the client's tab lives. */
  touch(client: string, seen: number): Promise<void>
  /** Marks a client as seen now unless somebody else was faster. */
  take(record: ClientRecord, seen: number): Promise<boolean>
  /** In order of their sequence. */
  batches(client: string): Promise<readonly Batch[]>
  /** Keeps a batch; one with the same sequence is replaced. */
  keep(client: string, batch: Batch): Promise<void>
  drop(client: string, sequences: readonly number[]): Promise<void>
  history(client: string): Promise<StoredHistory | null>
  keepHistory(client: string, history: StoredHistory): Promise<void>
  /** Drops the client with all that is its. */
  forget(client: string): Promise<void>
}

const copy = <Plain>(value: Plain): Plain => JSON.parse(JSON.stringify(value)) as Plain

/** Keeps the queue as long as the page lives: where the browser offers nothing better, and in tests. */
export class MemoryQueueStore implements QueueStore {
  private readonly records = new Map<string, ClientRecord>()
  private readonly queues = new Map<string, Map<number, Batch>>()
  private readonly histories = new Map<string, StoredHistory>()

  constructor(readonly survives = false) {}

  async register(record: ClientRecord): Promise<void> {
    this.records.set(record.client, copy(record))
  }

  async clients(person: string): Promise<readonly ClientRecord[]> {
    return [...this.records.values()].filter((record) => record.person === person)
  }

  async touch(client: string, seen: number): Promise<void> {
    const record = this.records.get(client)
    if (record) this.records.set(client, { ...record, seen })
  }

  async take(record: ClientRecord, seen: number): Promise<boolean> {
    if (this.records.get(record.client)?.seen !== record.seen) return false
    this.records.set(record.client, { ...record, seen })
    return true
  }

  async batches(client: string): Promise<readonly Batch[]> {
    return [...(this.queues.get(client)?.values() ?? [])].sort((a, b) => a.sequence - b.sequence).map(copy)
  }

  async keep(client: string, batch: Batch): Promise<void> {
    const queue = this.queues.get(client) ?? new Map<number, Batch>()
    this.queues.set(client, queue.set(batch.sequence, copy(batch)))
  }

  async drop(client: string, sequences: readonly number[]): Promise<void> {
    for (const sequence of sequences) this.queues.get(client)?.delete(sequence)
  }

  async history(client: string): Promise<StoredHistory | null> {
    return this.histories.get(client) ?? null
  }

  async keepHistory(client: string, history: StoredHistory): Promise<void> {
    this.histories.set(client, { undo: [...history.undo], redo: [...history.redo] })
  }

  async forget(client: string): Promise<void> {
    this.records.delete(client)
    this.queues.delete(client)
    this.histories.delete(client)
  }
}
