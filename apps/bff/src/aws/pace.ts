import { setTimeout as sleep } from 'node:timers/promises'

/** One who waits for their turn. */
interface Waiting {
  what: string
  /** Process time. */
  dueMs: number
}

/** Lets one after the other through, each so long after the one before: for operations that AWS takes seldom. */
export class Pace {
  readonly #everyMs: number
  readonly #nowMs: () => number
  readonly #waiting = new Set<Waiting>()
  #nextMs = -Infinity

  constructor(everyMs: number, nowMs: () => number) {
    this.#everyMs = everyMs
    this.#nowMs = nowMs
  }

  /** @param what waits, such as the id of a plan */
  async turn(what: string): Promise<void> {
    const dueMs = Math.max(this.#nowMs(), this.#nextMs)
    this.#nextMs = dueMs + this.#everyMs
    if (dueMs <= this.#nowMs()) return
    const waiting = { what, dueMs }
    this.#waiting.add(waiting)
    try {
      await sleep(dueMs - this.#nowMs(), undefined, { ref: false })
    } finally {
      this.#waiting.delete(waiting)
    }
  }

  /** Who waits, and for how much longer. */
  queue(): { what: string; inMs: number }[] {
    return [...this.#waiting].map(({ what, dueMs }) => ({ what, inMs: Math.max(0, dueMs - this.#nowMs()) }))
  }
}
