/** Rows of one kind in the order they were made, those of one API (ids that begin with `{api}/`) found at once. */
export class Rows<Value> {
  readonly #all = new Map<string, Value>()
  readonly #groups = new Map<string, Map<string, Value>>()

  get size(): number {
    return this.#all.size
  }

  get = (id: string): Value | undefined => this.#all.get(id)

  has = (id: string): boolean => this.#all.has(id)

  ids = (): Iterable<string> => this.#all.keys()

  set(id: string, value: Value): void {
    this.#all.set(id, value)
    const group = groupOf(id)
    const rows = this.#groups.get(group) ?? new Map<string, Value>()
    this.#groups.set(group, rows.set(id, value))
  }

  delete(id: string): void {
    this.#all.delete(id)
    const group = groupOf(id)
    const rows = this.#groups.get(group)
    rows?.delete(id)
    if (rows?.size === 0) this.#groups.delete(group)
  }

  /** Those whose id begins with the prefix. */
  entries(prefix: string): [string, Value][] {
    if (prefix === '') return [...this.#all]
    const rows = prefix.includes('/') ? this.#groups.get(groupOf(prefix)) : this.#all
    return [...(rows ?? [])].filter(([id]) => id.startsWith(prefix))
  }
}

/** The id up to its first slash, and with it; all of it where there is none. */
const groupOf = (id: string) => id.slice(0, id.indexOf('/') + 1 || undefined)
