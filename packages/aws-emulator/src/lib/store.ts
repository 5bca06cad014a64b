import type { Database } from './database.ts'
import { Rows } from './rows.ts'
import { WriteBatch, type Write } from './write-batch.ts'

export type { Write } from './write-batch.ts'

/** One account in one region: a world of its own. */
export type Place = { account: string; region: string }

const rowsKey = (place: Place, kind: string) => `${place.account}/${place.region}/${kind}`

/**
 * All state, in memory for reading and written through to the data folder. What is written in one turn of the event loop
 * goes to the disk together, and nobody is answered before it is there: see `settled`. Values are never changed in place:
 * a write puts a new value.
 */
export class Store {
  readonly #database: Database | undefined
  readonly #rows = new Map<string, Rows<unknown>>()
  /** What the last unit of work of each place replaced: the answer of a stale read. */
  readonly #replaced = new Map<string, Map<string, unknown>>()

  readonly #versions = new Map<string, number>()
  readonly #unwritten = new WriteBatch((undone) => this.#apply(undone))

  constructor(database: Database | undefined) {
    this.#database = database
    for (const row of database?.rows() ?? []) this.#rowsOf(row, row.kind).set(row.id, JSON.parse(row.body))
  }

  get<T>(place: Place, kind: string, id: string): T | undefined {
    return this.#rows.get(rowsKey(place, kind))?.get(id) as T | undefined
  }

  /** Values whose id begins with the prefix, in the order they were made. */
  list<T>(place: Place, kind: string, prefix = ''): T[] {
    return this.entries<T>(place, kind, prefix).map(([, value]) => value)
  }

  entries<T>(place: Place, kind: string, prefix = ''): [string, T][] {
    return (this.#rows.get(rowsKey(place, kind))?.entries(prefix) ?? []) as [string, T][]
  }

  /** Changes with every write to the kind in the place. */
  version(place: Place, kind: string): number {
    return this.#versions.get(rowsKey(place, kind)) ?? 0
  }

  places(): Place[] {
    const seen = new Map<string, Place>()
    for (const [key, rows] of this.#rows) {
      const [account = '', region = ''] = key.split('/')
      if (rows.size > 0) seen.set(`${account}/${region}`, { account, region })
    }
    return [...seen.values()]
  }

  /** Every row, as a write that would make it. */
  everything(): Write[] {
    return [...this.#rows].flatMap(([key, rows]) => {
      const [account = '', region = '', kind = ''] = key.split('/')
      return rows.entries('').map(([id, value]) => ({ account, region, kind, id, value }))
    })
  }

  replacedIn(place: Place): ReadonlyMap<string, unknown> {
    return this.#replaced.get(rowsKey(place, '')) ?? new Map()
  }

  /** Writes what is no caller's write: a stale read doesn't go back behind it. */
  keep(writes: Write[]): void {
    const replaced = new Map(this.#replaced)
    this.commit(writes)
    this.#replaced.clear()
    for (const [key, before] of replaced) this.#replaced.set(key, before)
  }

  commit(writes: Write[]): void {
    if (writes.length === 0) return
    if (this.#database) this.#unwritten.add(this.#database, writes, (write) => this.get(write, write.kind, write.id))
    this.#apply(writes)
  }

  /** Resolves when all that was written is on the disk; rejects where the disk refused, and then it is undone. */
  settled(): Promise<void> | undefined {
    return this.#unwritten.settled()
  }

  #apply(writes: Write[]): void {
    const replaced = new Map<string, Map<string, unknown>>()
    for (const write of writes) {
      const rows = this.#rowsOf(write, write.kind)
      const before = replaced.get(rowsKey(write, '')) ?? new Map<string, unknown>()
      replaced.set(rowsKey(write, ''), before.set(`${write.kind}/${write.id}`, rows.get(write.id)))
      if (write.value === undefined) rows.delete(write.id)
      else rows.set(write.id, write.value)
      this.#versions.set(rowsKey(write, write.kind), this.version(write, write.kind) + 1)
    }
    for (const [key, before] of replaced) this.#replaced.set(key, before)
  }

  /** Empties the places that match. */
  clear(matches: (place: Place) => boolean): void {
    const writes: Write[] = []
    for (const [key, rows] of this.#rows) {
      const [account = '', region = '', kind = ''] = key.split('/')
      if (!matches({ account, region })) continue
      for (const id of rows.ids()) writes.push({ account, region, kind, id, value: undefined })
    }
    this.commit(writes)
  }

  close(): void {
    this.#unwritten.flush()
    this.#database?.close()
  }

  #rowsOf(place: Place, kind: string): Rows<unknown> {
    const key = rowsKey(place, kind)
    const rows = this.#rows.get(key) ?? new Rows<unknown>()
    this.#rows.set(key, rows)
    return rows
  }
}

/** The reads and writes of one request in one place: its writes become visible and durable together, or not at all. */
export class UnitOfWork {
  readonly place: Place
  readonly #store: Store
  /** By kind; `undefined` deletes a row. */
  readonly #pending = new Map<string, Rows<unknown>>()
  readonly #overlay: ReadonlyMap<string, unknown>

  /** With an overlay the unit reads the past: values found in it stand for the present ones. */
  constructor(store: Store, place: Place, overlay: ReadonlyMap<string, unknown> = new Map()) {
    this.#store = store
    this.place = place
    this.#overlay = overlay
  }

  get<T>(kind: string, id: string): T | undefined {
    const pending = this.#pending.get(kind)
    if (pending?.has(id)) return pending.get(id) as T | undefined
    const key = `${kind}/${id}`
    if (this.#overlay.has(key)) return this.#overlay.get(key) as T | undefined
    return this.#store.get<T>(this.place, kind, id)
  }

  list<T>(kind: string, prefix = ''): T[] {
    return [...this.#visible<T>(kind, prefix).values()]
  }

  ids(kind: string, prefix = ''): string[] {
    return [...this.#visible(kind, prefix).keys()]
  }

  #visible<T>(kind: string, prefix: string): Map<string, T> {
    const found = new Map<string, T>(this.#store.entries<T>(this.place, kind, prefix))
    const lay = (id: string, value: T | undefined) =>
      void (value === undefined ? found.delete(id) : found.set(id, value))
    for (const [key, value] of this.#overlay) {
      if (key.startsWith(`${kind}/${prefix}`)) lay(key.slice(kind.length + 1), value as T | undefined)
    }
    for (const [id, value] of this.#pending.get(kind)?.entries(prefix) ?? []) lay(id, value as T | undefined)
    return found
  }

  put(kind: string, id: string, value: unknown): void {
    const rows = this.#pending.get(kind) ?? new Rows<unknown>()
    this.#pending.set(kind, rows)
    rows.set(id, value)
  }

  delete(kind: string, id: string): void {
    this.put(kind, id, undefined)
  }

  /** Writes all or nothing; `along` goes into the same transaction if there is one. */
  commit(along: Write[] = []): void {
    const writes = this.#takePending()
    if (writes.length > 0) this.#store.commit([...writes, ...along])
  }

  /** As `commit`, for what no caller wrote. */
  keep(): void {
    this.#store.keep(this.#takePending())
  }

  #takePending(): Write[] {
    const writes = [...this.#pending].flatMap(([kind, rows]) =>
      rows.entries('').map(([id, value]) => ({ ...this.place, kind, id, value })),
    )
    this.#pending.clear()
    return writes
  }
}
