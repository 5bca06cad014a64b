import type { Database } from './connect.ts'

/** A plan of an account and region. */
export interface PlanPlace {
  accountId: string
  region: string
  planId: string
}

/** By day (`2026-01-15`), the calls of each key that made any. A day that isn't there wasn't kept. */
export type KeptUsage = Map<string, Map<string, number>>

/** One statement holds no more values than every database takes. */
const rowsAtOnce = 500

/** What keys used on days that are over, kept for good: AWS forgets after 90 days. */
export class UsageDays {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  /** Keeps the days that weren't kept before; a day that is over doesn't change. @returns how many were new */
  async keep(place: PlanPlace, usage: KeptUsage): Promise<number> {
    const known = new Set((await this.#days(place)).map(({ day }) => day))
    const fresh = [...usage].filter(([day]) => !known.has(day))
    for (const [day, keys] of fresh) {
      const at = { account_id: place.accountId, region: place.region, plan_id: place.planId, day }
      const rows = [...keys].filter(([, used]) => used > 0).map(([key_id, used]) => ({ ...at, key_id, used }))
      await this.#db.transaction().execute(async (all) => {
        for (let from = 0; from < rows.length; from += rowsAtOnce)
          await all
            .insertInto('usage_day')
            .values(rows.slice(from, from + rowsAtOnce))
            .onConflict((conflict) => conflict.doNothing())
            .execute()
        await all
          .insertInto('usage_kept')
          .values(at)
          .onConflict((conflict) => conflict.doNothing())
          .execute()
      })
    }
    return fresh.length
  }

  /** What was kept of the days from one to another, both included. */
  async between(place: PlanPlace, from: string, to: string): Promise<KeptUsage> {
    const kept: KeptUsage = new Map()
    for (const { day } of await this.#days(place)) if (day >= from && day <= to) kept.set(day, new Map())
    const rows = await this.#of('usage_day', place)
      .where('day', '>=', from)
      .where('day', '<=', to)
      .selectAll()
      .execute()
    for (const { day, key_id, used } of rows) kept.get(day)?.set(key_id, used)
    return kept
  }

  #days = (place: PlanPlace) => this.#of('usage_kept', place).select('day').execute()

  #of<T extends 'usage_day' | 'usage_kept'>(table: T, { accountId, region, planId }: PlanPlace) {
    return this.#db
      .selectFrom(table as 'usage_day')
      .where('account_id', '=', accountId)
      .where('region', '=', region)
      .where('plan_id', '=', planId)
  }
}
