import { Kysely, PostgresDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import pg from 'pg'
import * as changes from './migrations/0001-changes.ts'
import * as usage from './migrations/0003-usage.ts'
import * as history from './migrations/0002-history.ts'
import * as spending from './migrations/0004-spending.ts'
import { nodeSqliteDialect } from './node-sqlite.ts'
import type { Tables } from './tables.ts'

export type Database = Kysely<Tables>

/** Where the state is. One SQLite file belongs to one process; PostgreSQL may be shared by several. */
export type DatabaseLocation = { sqlite: string } | { postgres: string }

const migrations = {
  '0001-changes': { up: changes.up },
  '0002-history': { up: history.up },
  '0003-usage': { up: usage.up },
  '0004-spending': { up: spending.up },
}

// pg hands out int8 as text; our instants are milliseconds, which a number holds exactly.
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format)),
}

/** Opens the store and brings its tables up to date. */
export async function connect(location: DatabaseLocation): Promise<Database> {
  const db = new Kysely<Tables>({ dialect: dialectOf(location) })
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error } = await migrator.migrateToLatest()
  if (error) {
    await db.destroy()
    throw new Error("The store's tables couldn't be brought up to date", { cause: error })
  }
  return db
}

function dialectOf(location: DatabaseLocation) {
  if ('sqlite' in location) return nodeSqliteDialect(location.sqlite)
  const pool = new pg.Pool({
    connectionString: location.postgres,
    max: 8,
    types,
    connectionTimeoutMillis: 5_000,
  })
  // A server that goes away breaks idle connections too; whoever asks next is told.
  pool.on('error', () => {})
  return new PostgresDialect({ pool })
}
