import { setTimeout as sleep } from 'node:timers/promises'
import type { Clocks } from '../lib/clock.ts'
import type { Database } from '../db/connect.ts'

/** How long a lease holds without being extended. */
const usualLeaseMs = 30_000

const retryMs = 50

export interface Lease {
  key: string
}

/**
 * One writer at a time per key (a stage), also among several processes on one store. A lease ends by itself when its
 * process is gone; on SQLite, whose file belongs to one process, what other owners hold is over at once.
 */
export class Leases {
  readonly #db: Database
  readonly #clocks: Clocks
  readonly #owner: string
  readonly #leaseMs: number

  constructor(db: Database, clocks: Clocks, owner: string, leaseMs = usualLeaseMs) {
    this.#db = db
    this.#clocks = clocks
    this.#owner = owner
    this.#leaseMs = leaseMs
  }

  /** How often a holder should extend. */
  get extendEveryMs(): number {
    return this.#leaseMs / 3
  }

  /**
   * @param patienceMs how long to wait for whoever has it
   * @returns undefined when it wasn't free in time
   */
  async take(key: string, patienceMs: number): Promise<Lease | undefined> {
    const until = this.#clocks.processMs() + patienceMs
    for (;;) {
      const lease = await this.#tryTake(key)
      if (lease) return lease
      if (this.#clocks.processMs() >= until) return undefined
      await sleep(retryMs)
    }
  }

  async #tryTake(key: string): Promise<Lease | undefined> {
    const now = this.#clocks.processMs()
    const mine = { owner: this.#owner, expires_ms: now + this.#leaseMs }
    const fresh = await this.#db
      .insertInto('lease')
      .values({ key, ...mine })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .executeTakeFirst()
    if (fresh.numInsertedOrUpdatedRows === 1n) return { key }
    const held = await this.#db.selectFrom('lease').where('key', '=', key).selectAll().executeTakeFirst()
    if (!held || held.expires_ms > now) return undefined
    const taken = await this.#db
      .updateTable('lease')
      .set(mine)
      .where('key', '=', key)
      .where('owner', '=', held.owner)
      .where('expires_ms', '=', held.expires_ms)
      .executeTakeFirst()
    return taken.numUpdatedRows === 1n ? { key } : undefined
  }

  /** Extends the lease. False where it's lost. */
  async hold(lease: Lease): Promise<boolean> {
    const now = this.#clocks.processMs()
    const held = await this.#db
      .updateTable('lease')
      .set({ expires_ms: now + this.#leaseMs })
      .where('key', '=', lease.key)
      .where('owner', '=', this.#owner)
      .where('expires_ms', '>', now)
      .executeTakeFirst()
    return held.numUpdatedRows === 1n
  }

  async release(lease: Lease): Promise<void> {
    await this.#db.deleteFrom('lease').where('key', '=', lease.key).where('owner', '=', this.#owner).execute()
  }

  /** For a store that only this process can have open: what other owners held is over. */
  async expireOthers(): Promise<void> {
    await this.#db.updateTable('lease').set({ expires_ms: 0 }).where('owner', '!=', this.#owner).execute()
  }
}
