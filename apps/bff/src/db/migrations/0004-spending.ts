import type { Kysely } from 'kysely'

/** How many metrics were paid for in a day, so that a limit holds over restarts and for all replicas together. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('spending')
    .addColumn('account_id', 'text', (c) => c.notNull())
    .addColumn('region', 'text', (c) => c.notNull())
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('metrics', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('spending_pk', ['account_id', 'region', 'day'])
    .execute()
}
