import type { Selectable } from 'kysely'
import type { Database } from './connect.ts'
import type { NamingTable } from './tables.ts'

export type Naming = Selectable<NamingTable>

/** The changes from outside of which it isn't known yet who did them. */
export class Namings {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  /** Those to be asked about by now, the longest due first. */
  due = (nowMs: number): Promise<Naming[]> =>
    this.#db.selectFrom('naming').where('next_ms', '<=', nowMs).orderBy('next_ms').limit(50).selectAll().execute()

  /** @param said what the activity was told last */
  async again({ change_id, said }: Naming, nextMs: number): Promise<void> {
    await this.#db.updateTable('naming').set({ next_ms: nextMs, said }).where('change_id', '=', change_id).execute()
  }

  async done({ change_id }: Naming): Promise<void> {
    await this.#db.deleteFrom('naming').where('change_id', '=', change_id).execute()
  }

  /** AWS's ids of the requests that Callboard itself sent in the name of changes to the stage of this one. */
  async ownRequests({ change_id }: Naming): Promise<Set<string>> {
    const rows = await this.#db
      .selectFrom('change as named')
      .innerJoin('change as ours', (join) =>
        join
          .onRef('ours.account_id', '=', 'named.account_id')
          .onRef('ours.region', '=', 'named.region')
          .onRef('ours.api_id', '=', 'named.api_id')
          .onRef('ours.stage', '=', 'named.stage'),
      )
      .innerJoin('change_row', 'change_row.change_id', 'ours.id')
      .where('named.id', '=', change_id)
      .where('change_row.kind', '=', 'answered')
      .select('change_row.body')
      .execute()
    return new Set(rows.flatMap(({ body }) => (JSON.parse(body) as { requestId: string | null }).requestId ?? []))
  }
}
