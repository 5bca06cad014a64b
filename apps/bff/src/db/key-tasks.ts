import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { Database } from './connect.ts'
import type { KeyTaskTable } from './tables.ts'

/** An account and region. */
interface Place {
  accountId: string
  region: string
}

/** Instants are epoch milliseconds of world time. */
export type TaskBody =
  | { kind: 'expire' | 'delete'; atMs: number }
  | {
      kind: 'rotate'
      phase: 'making' | 'proving' | 'overlap' | 'off'
      /** Of the new key's value, by which it's found where Callboard ended while it was made. */
      mark: string
      overlapHours: number
      deleteAfterDays: number
      overlapUntilMs: number | null
      /** What AWS counted for the old key when it was looked at last, and when that was last seen to grow. */
      oldUsed: number | null
      oldMovedMs: number | null
      deleteAtMs: number | null
    }

export type TaskStatus = 'open' | 'done' | 'cancelled' | 'failed'

export interface StoredTask extends Place {
  id: string
  keyId: string
  otherKeyId: string | null
  status: TaskStatus
  byName: string
  createdMs: number
  outcome: string
  body: TaskBody
}

/** What the clock will do with keys, in the store. */
export class KeyTasks {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  async add(task: Omit<StoredTask, 'id' | 'status' | 'outcome'>): Promise<StoredTask> {
    const stored: StoredTask = { ...task, id: randomUUID(), status: 'open', outcome: '' }
    await this.#db.insertInto('key_task').values(rowOf(stored)).execute()
    return stored
  }

  async get(id: string): Promise<StoredTask | undefined> {
    const row = await this.#db.selectFrom('key_task').where('id', '=', id).selectAll().executeTakeFirst()
    return row && taskOf(row)
  }

  /** Writes down where an open task is now; one that was ended meanwhile stays ended. */
  async save(task: StoredTask): Promise<void> {
    const { id, ...row } = rowOf(task)
    await this.#db.updateTable('key_task').set(row).where('id', '=', id).where('status', '=', 'open').execute()
  }

  /** Oldest first. */
  async open(): Promise<StoredTask[]> {
    const rows = await this.#db
      .selectFrom('key_task')
      .where('status', '=', 'open')
      .orderBy('created_ms')
      .selectAll()
      .execute()
    return rows.map(taskOf)
  }

  /** Those that are about a key, old or new, newest first. */
  async ofKey({ accountId, region }: Place, keyId: string): Promise<StoredTask[]> {
    const rows = await this.#db
      .selectFrom('key_task')
      .where('account_id', '=', accountId)
      .where('region', '=', region)
      .where(({ or, eb }) => or([eb('key_id', '=', keyId), eb('other_key_id', '=', keyId)]))
      .orderBy('created_ms', 'desc')
      .limit(20)
      .selectAll()
      .execute()
    return rows.map(taskOf)
  }
}

const rowOf = (task: StoredTask): Selectable<KeyTaskTable> => ({
  id: task.id,
  account_id: task.accountId,
  region: task.region,
  key_id: task.keyId,
  other_key_id: task.otherKeyId,
  kind: task.body.kind,
  status: task.status,
  by_name: task.byName,
  created_ms: task.createdMs,
  outcome: task.outcome,
  body: JSON.stringify(task.body),
})

const taskOf = (row: Selectable<KeyTaskTable>): StoredTask => ({
  id: row.id,
  accountId: row.account_id,
  region: row.region,
  keyId: row.key_id,
  otherKeyId: row.other_key_id,
  status: row.status as TaskStatus,
  byName: row.by_name,
  createdMs: row.created_ms,
  outcome: row.outcome,
  body: JSON.parse(row.body) as TaskBody,
})
