import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import type { DatabaseLocation } from '../src/db/connect.ts'

/** A SQLite file in a folder of the test's own; asked for again, the same one. */
export const emptyStore = (folder: string): DatabaseLocation => ({ sqlite: join(folder, 'callboard.db') })

async function emptyDatabase(): Promise<DatabaseLocation> {
  const url = new URL(process.env['TEST_DATABASE_URL']!)
  const name = `t${randomBytes(8).toString('hex')}`
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  url.pathname = name
  return { postgres: url.href }
}

/** Every kind of store that can be had here. What touches SQL is tested on each. */
export const stores: { name: string; location: (folder: string) => Promise<DatabaseLocation> }[] = [
  { name: 'SQLite', location: async (folder) => emptyStore(folder) },
  ...(process.env['TEST_DATABASE_URL'] ? [{ name: 'PostgreSQL', location: emptyDatabase }] : []),
]
