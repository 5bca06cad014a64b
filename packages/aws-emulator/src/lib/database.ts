import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** A reason not to start, as one sentence for the person at the terminal. */
export class StartError extends Error {}

export type Row = { account: string; region: string; kind: string; id: string; body: string }
/** `body: undefined` deletes the row. */
export type RowChange = { account: string; region: string; kind: string; id: string; body: string | undefined }

export type Database = {
  rows(): Row[]
  /** All or none; on return the changes are on the disk. */
  write(changes: RowChange[]): void
  close(): void
}

/** Opens the data folder, held by one process: SQLite's exclusive lock lasts until the process ends, however it ends. */
export function openDatabase(dataDir: string): Database {
  const database = open(dataDir)
  const put = database.prepare(
    'INSERT INTO resource (account, region, kind, id, body) VALUES (?, ?, ?, ?, ?) ' +
      'ON CONFLICT (account, region, kind, id) DO UPDATE SET body = excluded.body',
  )
  const drop = database.prepare('DELETE FROM resource WHERE account = ? AND region = ? AND kind = ? AND id = ?')
  return {
    rows: () =>
      database.prepare('SELECT account, region, kind, id, body FROM resource ORDER BY rowid').all() as unknown as Row[],
    write(changes) {
      database.exec('BEGIN IMMEDIATE')
      try {
        for (const { account, region, kind, id, body } of changes) {
          if (body === undefined) drop.run(account, region, kind, id)
          else put.run(account, region, kind, id, body)
        }
        database.exec('COMMIT')
      } catch (error) {
        database.exec('ROLLBACK')
        throw error
      }
    },
    close: () => database.close(),
  }
}

/** Level by level: Node's own recursive form never returns where a parent takes no folders, as under /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  mkdirSync(path)
}

function open(dataDir: string): DatabaseSync {
  try {
    makeFolder(resolve(dataDir))
    const database = new DatabaseSync(join(dataDir, 'emulator.sqlite'), { timeout: 0 })
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
    database.exec(
      'CREATE TABLE IF NOT EXISTS resource (account TEXT NOT NULL, region TEXT NOT NULL, kind TEXT NOT NULL, ' +
        'id TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (account, region, kind, id)) STRICT',
    )
    database.exec('BEGIN IMMEDIATE; COMMIT')
    return database
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    if (/locked|busy/i.test(reason)) throw new StartError(`The data folder ${dataDir} is in use by another emulator.`)
    throw new StartError(`The data folder ${dataDir} can't be used: ${reason}.`)
  }
}
