import type { Batch } from '../model/wire'
import type { ClientRecord, QueueStore, StoredHistory } from './queue-store'

const name = 'waymark-queue'
const version = 1

interface KeptBatch {
  readonly client: string
  readonly sequence: number
  readonly batch: Batch
}

interface KeptHistory extends StoredHistory {
  readonly client: string
}

/** Keeps the queue in IndexedDB, so that it survives the tab, the browser and the computer's rest. */
export class IndexedQueueStore implements QueueStore {
  readonly survives = true

  private constructor(private readonly database: IDBDatabase) {
    // Another tab with newer code wants to change the schema.
    database.onversionchange = () => database.close()
  }

  /** Rejects where the browser has no IndexedDB or refuses it (private windows). */
  static open(): Promise<IndexedQueueStore> {
    return new Promise((resolve, reject) => {
      const request = window.indexedDB.open(name, version)
      request.onupgradeneeded = () => {
        const database = request.result
        database.createObjectStore('clients', { keyPath: 'client' }).createIndex('person', 'person')
        database.createObjectStore('batches', { keyPath: ['client', 'sequence'] })
        database.createObjectStore('histories', { keyPath: 'client' })
      }
      request.onsuccess = () => resolve(new IndexedQueueStore(request.result))
      request.onerror = () => reject(request.error)
      request.onblocked = () => reject(new Error('blocked by an older tab'))
    })
  }

  register(record: ClientRecord): Promise<void> {
    return this.change(['clients'], (store) => store('clients').put(record))
  }

  clients(person: string): Promise<readonly ClientRecord[]> {
    return this.read<ClientRecord[]>('clients', (store) => store.index('person').getAll(person))
  }

  touch(client: string, seen: number): Promise<void> {
    return this.change(['clients'], (store) => this.mark(store('clients'), client, seen, () => true))
  }

  async take(record: ClientRecord, seen: number): Promise<boolean> {
    let isOurs = false
    await this.change(['clients'], (store) => this.mark(store('clients'), record.client, seen, (found) => {
      isOurs = found.seen === record.seen
      return isOurs
    }))
    return isOurs
  }

  async batches(client: string): Promise<readonly Batch[]> {
    const kept = await this.read<KeptBatch[]>('batches', (store) => store.getAll(rangeOf(client)))
    return kept.map(({ batch }) => batch)
  }

  keep(client: string, batch: Batch): Promise<void> {
    const kept: KeptBatch = { client, sequence: batch.sequence, batch }
    return this.change(['batches'], (store) => store('batches').put(kept))
  }

  drop(client: string, sequences: readonly number[]): Promise<void> {
    return this.change(['batches'], (store) => {
      for (const sequence of sequences) store('batches').delete([client, sequence])
    })
  }

  async history(client: string): Promise<StoredHistory | null> {
    const kept = await this.read<KeptHistory | undefined>('histories', (store) => store.get(client))
    return kept ? { undo: kept.undo, redo: kept.redo } : null
  }

  keepHistory(client: string, history: StoredHistory): Promise<void> {
    const kept: KeptHistory = { client, ...history }
    return this.change(['histories'], (store) => store('histories').put(kept))
  }

  forget(client: string): Promise<void> {
    return this.change(['clients', 'batches', 'histories'], (store) => {
      store('clients').delete(client)
      store('histories').delete(client)
      store('batches').delete(rangeOf(client))
    })
  }

  private mark(
    store: IDBObjectStore, client: string, seen: number, isWanted: (found: ClientRecord) => boolean,
  ): void {
    const request = store.get(client) as IDBRequest<ClientRecord | undefined>
    request.onsuccess = () => {
      const found = request.result
      if (found && isWanted(found)) store.put({ ...found, seen })
    }
  }

  /** One transaction; fulfilled when it is on the disk. */
  private change(stores: string[], act: (store: (name: string) => IDBObjectStore) => unknown): Promise<void> {
    return new Promise((resolve, reject) => {
      const transaction = this.database.transaction(stores, 'readwrite', { durability: 'strict' })
      transaction.oncomplete = () => resolve()
      transaction.onerror = () => reject(transaction.error)
      transaction.onabort = () => reject(transaction.error)
      act((store) => transaction.objectStore(store))
    })
  }

  private read<Result>(name: string, ask: (store: IDBObjectStore) => IDBRequest): Promise<Result> {
    return new Promise((resolve, reject) => {
      const request = ask(this.database.transaction(name).objectStore(name))
      request.onsuccess = () => resolve(request.result as Result)
      request.onerror = () => reject(request.error)
    })
  }
}

const rangeOf = (client: string): IDBKeyRange => IDBKeyRange.bound([client], [client, []])
