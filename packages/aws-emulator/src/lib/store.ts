import type { Database, RowChange } from './database.ts'

/** One account in one region: a world of its own. */
export type Place = { account: string; region: string }

type Key = { account: string; region: string; kind: string; id: string }
export type Write = Key & { value: unknown }
type Rows = Map<string, unknown>

const rowsKey = (place: Place, kind: string) => `${place.account}/${place.region}/${kind}`

/**
 * All state, in memory for reading and written through to the data folder before a write is visible. Values are never
 * changed in place: a write puts a new value.
 */
export class Store {
  readonly #database: Database | undefined
  readonly #rows = new Map<string, Rows>()
  /** What the last unit of work of each place replaced: the answer of a stale read. */
  readonly #replaced = new Map<string, Map<string, unknown>>()

  readonly #versions = new Map<string, number>()

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
    const rows = [...(this.#rows.get(rowsKey(place, kind)) ?? [])] as [string, T][]
    return prefix === '' ? rows : rows.filter(([id]) => id.startsWith(prefix))
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

  replacedIn(place: Place): ReadonlyMap<string, unknown> {
    return this.#replaced.get(rowsKey(place, '')) ?? new Map()
  }

  commit(writes: Write[]): void {
    if (writes.length === 0) return
    this.#database?.write(writes.map(toRowChange))
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
      for (const id of rows.keys()) writes.push({ account, region, kind, id, value: undefined })
    }
    this.commit(writes)
  }

  close(): void {
    this.#database?.close()
  }

  #rowsOf(place: Place, kind: string): Rows {
    const key = rowsKey(place, kind)
    const rows = this.#rows.get(key) ?? new Map<string, unknown>()
    this.#rows.set(key, rows)
    return rows
  }
}

function toRowChange({ account, region, kind, id, value }: Write): RowChange {
  return { account, region, kind, id, body: value === undefined ? undefined : JSON.stringify(value) }
}

/** The reads and writes of one request in one place: its writes become visible and durable together, or not at all. */
export class UnitOfWork {
  readonly place: Place
  readonly #store: Store
  readonly #pending = new Map<string, Write>()
  readonly #overlay: ReadonlyMap<string, unknown>

  /** With an overlay the unit reads the past: values found in it stand for the present ones. */
  constructor(store: Store, place: Place, overlay: ReadonlyMap<string, unknown> = new Map()) {
    this.#store = store
    this.place = place
    this.#overlay = overlay
  }

  get<T>(kind: string, id: string): T | undefined {
    const key = `${kind}/${id}`
    const pending = this.#pending.get(key)
    if (pending) return pending.value as T | undefined
    if (this.#overlay.has(key)) return this.#overlay.get(key) as T | undefined
    return this.#store.get<T>(this.place, kind, id)
  }

  list<T>(kind: string, prefix = ''): T[] {
    const found = new Map<string, T>()
    for (const [id, value] of this.#store.entries<T>(this.place, kind, prefix)) found.set(id, value)
    for (const [key, value] of this.#overlay) this.#overlaid(found, key, value as T | undefined, kind, prefix)
    for (const [key, write] of this.#pending) this.#overlaid(found, key, write.value as T | undefined, kind, prefix)
    return [...found.values()]
  }

  put(kind: string, id: string, value: unknown): void {
    this.#pending.set(`${kind}/${id}`, { ...this.place, kind, id, value })
  }

  delete(kind: string, id: string): void {
    this.put(kind, id, undefined)
  }

  /** Writes all or nothing; `along` goes into the same transaction if there is one. */
  commit(along: Write[] = []): void {
    if (this.#pending.size > 0) this.#store.commit([...this.#pending.values(), ...along])
    this.#pending.clear()
  }

  #overlaid<T>(found: Map<string, T>, key: string, value: T | undefined, kind: string, prefix: string): void {
    if (!key.startsWith(`${kind}/${prefix}`)) return
    const id = key.slice(kind.length + 1)
    if (value === undefined) found.delete(id)
    else found.set(id, value)
  }
}
