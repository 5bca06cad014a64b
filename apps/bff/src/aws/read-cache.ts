import { LRUCache } from 'lru-cache'

/**
 * What AWS answered lately, shared by everyone; several who ask at once cost one call. Values are kept by scope (such as
 * a stage's API), and a write drops a scope: a read that was under way before it can't come back as new.
 */
export class ReadCache {
  readonly #entries: LRUCache<string, { promise: Promise<unknown> }>
  readonly #generation = new Map<string, number>()
  readonly #nowMs: () => number

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs
    this.#entries = new LRUCache({ max: 5_000, perf: { now: nowMs }, ttlResolution: 0 })
  }

  /**
   * @param freshForMs values go stale together at the multiples of this on the process clock, so that many readers with
   * timers of their own cost what one costs; Infinity for what never changes
   */
  read<T>(scope: string, key: string, freshForMs: number, load: () => Promise<T>): Promise<T> {
    const id = this.#idOf(scope, key)
    const known = this.#entries.get(id)
    if (known) return known.promise as Promise<T>
    const promise = load()
    const entry = { promise }
    // The cache drops what is older than its time; it has to be gone at the multiple itself. 0 would be for ever.
    const ttl = Number.isFinite(freshForMs) ? freshForMs - (this.#nowMs() % freshForMs) - 0.5 : 0
    this.#entries.set(id, entry, { ttl })
    promise.catch(() => {
      if (this.#entries.peek(id) === entry) this.#entries.delete(id)
    })
    return promise
  }

  /** Whether a read would be answered without `load`. */
  has = (scope: string, key: string): boolean => this.#entries.has(this.#idOf(scope, key))

  #idOf = (scope: string, key: string) => `${scope}#${this.#generation.get(scope) ?? 0}#${key}`

  /** Forgets a scope: the next read asks AWS. */
  drop(scope: string): void {
    this.#generation.set(scope, (this.#generation.get(scope) ?? 0) + 1)
  }
}
