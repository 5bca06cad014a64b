import type { Kysely } from 'kysely'

/** What keys used of their plans, kept past AWS's 90 days; and by what the values that were made here are known again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('usage_day')
    .addColumn('account_id', 'text', (c) => c.notNull())
    .addColumn('region', 'text', (c) => c.notNull())
    .addColumn('plan_id', 'text', (c) => c.notNull())
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('key_id', 'text', (c) => c.notNull())
    .addColumn('used', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('usage_day_pk', ['account_id', 'region', 'plan_id', 'day', 'key_id'])
    .execute()
  await db.schema
    .createTable('usage_kept')
    .addColumn('account_id', 'text', (c) => c.notNull())
    .addColumn('region', 'text', (c) => c.notNull())
    .addColumn('plan_id', 'text', (c) => c.notNull())
    .addColumn('day', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('usage_kept_pk', ['account_id', 'region', 'plan_id', 'day'])
    .execute()
}
