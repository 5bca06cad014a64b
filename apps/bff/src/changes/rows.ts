import type { AwsOperation, Plan } from '@callboard/shared-types/changes/plan.schemas'
import type { ChangeStatus } from '@callboard/shared-types/changes/change.schemas'
import type { Clocks } from '../lib/clock.ts'
import type { Database } from '../db/connect.ts'

/** A thing in AWS as it is or should be, a tree of plain values: what exactly, its subject knows. */
export type State = object

/** The states a change leads through: the present one, and what each AWS call should leave. */
export type Path = State[]

/** What the rows of a change carry, by kind. Append-only: a row is never altered. */
export type RowBody =
  | { kind: 'planned' }
  | {
      kind: 'pending'
      path: Path
      operations: AwsOperation[]
      /** Where something is to be made: what was there before of its kind, so that the new one can be recognised. */
      known?: string[]
    }
  | { kind: 'sent'; step: number; invocationId: string }
  | {
      kind: 'answered'
      step: number
      ok: boolean
      requestId: string | null
      sentence: string
      proof: 'nothing_done' | 'unknown' | 'done'
      /** The id of what was made. */
      created?: string
    }
  /** Of a change from outside: what the stage was at the last look and at this one. */
  | { kind: 'seen'; path: Path; text: string }
  /** What CloudTrail says of who did it. */
  | { kind: 'named'; text: string }
  /** Whether a thing whose making was never answered is there after all, and its id. */
  | { kind: 'found'; step: number; created: string | null }
  | {
      kind: 'ended'
      status: Exclude<ChangeStatus, 'pending'>
      outcome: string
      effects: Plan['changes']
      metAnother: boolean
    }
  | {
      kind: 'settled'
      as: 'done' | 'failed'
      note: string
      actor: { kind: 'person'; issuer: string; subject: string; name: string }
    }

export type RowBodyOf<K extends RowBody['kind']> = Extract<RowBody, { kind: K }>

export interface StoredRow {
  seq: number
  atMs: number
  processMs: number
  owner: string
  body: RowBody
}

/** The rows of changes, in the store. */
export class Rows {
  readonly #db: Database
  readonly #clocks: Clocks
  readonly #owner: string

  constructor(db: Database, clocks: Clocks, owner: string) {
    this.#db = db
    this.#clocks = clocks
    this.#owner = owner
  }

  /** Durable when it answers; fails where another process wrote the change's next row first. */
  async append(changeId: string, body: RowBody): Promise<void> {
    const { last } = await this.#db
      .selectFrom('change_row')
      .where('change_id', '=', changeId)
      .select(({ fn }) => fn.max('seq').as('last'))
      .executeTakeFirstOrThrow()
    await this.#db
      .insertInto('change_row')
      .values(this.#row(changeId, (last ?? 0) + 1, body))
      .execute()
  }

  #row(changeId: string, seq: number, body: RowBody) {
    return {
      change_id: changeId,
      seq,
      kind: body.kind,
      at_ms: this.#clocks.worldMs(),
      process_ms: this.#clocks.processMs(),
      owner: this.#owner,
      status: body.kind === 'ended' ? body.status : body.kind === 'settled' ? body.as : null,
      body: JSON.stringify(body),
    }
  }

  async of(changeId: string): Promise<StoredRow[]> {
    const rows = await this.#db
      .selectFrom('change_row')
      .where('change_id', '=', changeId)
      .orderBy('seq')
      .selectAll()
      .execute()
    return rows.map((row) => ({
      seq: row.seq,
      atMs: row.at_ms,
      processMs: row.process_ms,
      owner: row.owner,
      body: JSON.parse(row.body) as RowBody,
    }))
  }
}

/** The last row of a kind, or undefined. */
export const lastOf = <K extends RowBody['kind']>(rows: StoredRow[], kind: K) =>
  rows.findLast((row): row is StoredRow & { body: RowBodyOf<K> } => row.body.kind === kind)
