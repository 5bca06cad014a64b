import type { Database, RowChange } from './database.ts'

/** One row; `value: undefined` deletes it. */
export type Write = { account: string; region: string; kind: string; id: string; value: unknown }

/**
 * Writes on their way to the disk: those of one turn of the event loop make one transaction, since the disk takes as long
 * for many as for one. Where it refuses, all of them are undone, newest first.
 */
export class WriteBatch {
  readonly #undo: (writes: Write[]) => void
  readonly #changes = new Map<string, RowChange>()
  #before: Write[] = []
  #database: Database | undefined
  #settled: Promise<void> | undefined

  constructor(undo: (writes: Write[]) => void) {
    this.#undo = undo
  }

  /** `valueNow` is what stands there before the write. */
  add(database: Database, writes: Write[], valueNow: (write: Write) => unknown): void {
    this.#database = database
    for (const write of writes) {
      const { account, region, kind, id, value } = write
      const body = value === undefined ? undefined : JSON.stringify(value)
      this.#changes.set(`${account}/${region}/${kind}/${id}`, { account, region, kind, id, body })
      this.#before.push({ ...write, value: valueNow(write) })
    }
    this.#settled ??= this.#flushSoon()
  }

  settled = (): Promise<void> | undefined => this.#settled

  flush(): void {
    const changes = [...this.#changes.values()]
    const before = this.#before
    this.#changes.clear()
    this.#before = []
    this.#settled = undefined
    if (changes.length === 0) return
    try {
      this.#database?.write(changes)
    } catch (error) {
      this.#undo(before.toReversed())
      throw error
    }
  }

  /** Who doesn't wait for it doesn't learn of a failure, but the terminal does. */
  #flushSoon(): Promise<void> {
    const written = new Promise<void>((resolve, reject) => {
      setImmediate(() => {
        try {
          resolve(this.flush())
        } catch (error) {
          console.error(error)
          reject(error instanceof Error ? error : new Error(String(error)))
        }
      })
    })
    written.catch(() => {})
    return written
  }
}
