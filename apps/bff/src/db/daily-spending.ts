import { toInstant } from '@callboard/shared-types/lib/instant'
import type { Database } from './connect.ts'
import type { SpendingTable } from './tables.ts'

type Today = Omit<SpendingTable, 'metrics'>

/** An account and region. */
export interface SpendingPlace {
  accountId: string
  region: string
}

/** How many metrics some page asked CloudWatch for in a day (UTC, process time). Kept: a restart doesn't begin it anew. */
export class DailySpending {
  readonly #db: Database
  readonly #most: number
  readonly #nowMs: () => number

  /** @param most so many metrics in a day, for each place */
  constructor(db: Database, most: number, nowMs: () => number) {
    this.#db = db
    this.#most = most
    this.#nowMs = nowMs
  }

  /**
   * Takes so many metrics of today's, or none at all where that would go beyond the limit.
   * @returns whether they were taken
   */
  async take(place: SpendingPlace, metrics: number): Promise<boolean> {
    const today = this.#today(place)
    await this.#db
      .insertInto('spending')
      .values({ ...today, metrics: 0 })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const { numUpdatedRows } = await this.#add(today, metrics)
      .where('metrics', '<=', this.#most - metrics)
      .executeTakeFirstOrThrow()
    return numUpdatedRows > 0n
  }

  /** Gives back what was taken and not used after all. */
  async giveBack(place: SpendingPlace, metrics: number): Promise<void> {
    if (metrics > 0) await this.#add(this.#today(place), -metrics).execute()
  }

  #add = ({ account_id, region, day }: Today, metrics: number) =>
    this.#db
      .updateTable('spending')
      .set((row) => ({ metrics: row('metrics', '+', metrics) }))
      .where('account_id', '=', account_id)
      .where('region', '=', region)
      .where('day', '=', day)

  #today = ({ accountId, region }: SpendingPlace): Today => ({
    account_id: accountId,
    region,
    day: toInstant(this.#nowMs()).slice(0, 10),
  })
}
