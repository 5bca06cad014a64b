import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import type { DatabaseLocation } from '../src/db/connect.ts'

/** A SQLite file in a folder of the test's own; asked for again, the same one. */
export const emptyStore = (folder: string): DatabaseLocation => ({ sqlite: join(folder, 'callboard.db') })

async function emptySchema(): Promise<DatabaseLocation> {
  const schema = `t${randomBytes(8).toString('hex')}`
  const client = new pg.Client({ connectionString: process.env['TEST_DATABASE_URL'] })
  await client.connect()
  await client.query(`create schema ${schema}`)
  await client.end()
  return { postgres: process.env['TEST_DATABASE_URL']!, schema }
}

/** Every kind of store that can be had here. What touches SQL is tested on each. */
export const stores: { name: string; location: (folder: string) => Promise<DatabaseLocation> }[] = [
  { name: 'SQLite', location: async (folder) => emptyStore(folder) },
  ...(process.env['TEST_DATABASE_URL'] ? [{ name: 'PostgreSQL', location: emptySchema }] : []),
]
