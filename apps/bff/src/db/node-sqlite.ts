import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { SqliteDialect } from 'kysely'

/**
 * Kysely's SqliteDialect over Node's own SQLite. Writes are on disk before they answer (WAL with `synchronous=FULL`),
 * and one process has a file at a time (`locking_mode=EXCLUSIVE`; the kernel frees the lock of a killed one).
 * @param path a file, or `:memory:`
 * @throws where another process has the file, or it can't be written
 */
export function nodeSqliteDialect(path: string): SqliteDialect {
  const db = new DatabaseSync(path)
  db.exec('PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON')
  return new SqliteDialect({
    database: {
      close: () => db.close(),
      prepare(sql) {
        const statement = db.prepare(sql)
        const bound = (parameters: readonly unknown[]) => parameters as SQLInputValue[]
        return {
          reader: statement.columns().length > 0,
          all: (parameters) => statement.all(...bound(parameters)),
          run: (parameters) => {
            const { changes, lastInsertRowid } = statement.run(...bound(parameters))
            return { changes, lastInsertRowid }
          },
          iterate: (parameters) => statement.iterate(...bound(parameters)),
        }
      },
    },
  })
}
