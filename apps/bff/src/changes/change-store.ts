import type { ActivityFilter } from '@callboard/shared-types/activity/activity.schemas'
import type { Actor } from '@callboard/shared-types/changes/change.schemas'
import { isStageTarget } from '@callboard/shared-types/changes/target'
import type { Plan, StageTarget, Target } from '@callboard/shared-types/changes/plan.schemas'
import { fromInstant } from '@callboard/shared-types/lib/instant'
import type { StageRef } from '@callboard/shared-types/lib/stage-ref'
import { sql, type Selectable } from 'kysely'
import type { Database } from '../db/connect.ts'
import type { ChangeTable } from '../db/tables.ts'
import type { Clocks } from '../lib/clock.ts'
import { nextId } from '../lib/next-id.ts'
import type { RowBodyOf } from './rows.ts'

/** A change as stored: its immutable head, how it ended, a person's verdict, and the last change that undid it. */
export interface StoredChange {
  head: Selectable<ChangeTable>
  plan: Plan
  ended: (RowBodyOf<'ended'> & { atMs: number }) | null
  settled: (RowBodyOf<'settled'> & { atMs: number }) | null
  undoneBy: string | null
}

export interface NewChange {
  actor: Actor
  reason: string
  undoes: string | null
  plan: Plan
}

/** The heads of changes, in the store. */
export class ChangeStore {
  readonly #db: Database
  readonly #clocks: Clocks
  readonly #owner: string

  constructor(db: Database, clocks: Clocks, owner: string) {
    this.#db = db
    this.#clocks = clocks
    this.#owner = owner
  }

  /** Writes the head and the `planned` row, together. @returns the new change's id, which sorts by time */
  async begin({ actor, reason, undoes, plan }: NewChange): Promise<string> {
    const atMs = this.#clocks.worldMs()
    const id = nextId(atMs)
    const { target } = plan
    const place = placeOf(target)
    await this.#db.transaction().execute(async (tx) => {
      await tx
        .insertInto('change')
        .values({
          id,
          at_ms: atMs,
          verb: plan.verb,
          title: plan.title,
          connection: target.connection,
          ...place,
          api_name: isStageTarget(target) ? target.apiName : target.name,
          stage_created_ms: target.createdAt === null ? 0 : fromInstant(target.createdAt),
          production: target.production ? 1 : 0,
          actor_kind: actor.kind,
          actor_issuer: actor.issuer,
          actor_subject: actor.subject,
          actor_name: actor.name,
          reason,
          undoes,
          plan: JSON.stringify(plan),
          search: searchable([plan.title, reason, actor.name, ...namesOf(target)]),
        })
        .execute()
      await tx
        .insertInto('change_row')
        .values({
          change_id: id,
          seq: 1,
          kind: 'planned',
          at_ms: atMs,
          process_ms: this.#clocks.processMs(),
          owner: this.#owner,
          status: null,
          body: JSON.stringify({ kind: 'planned' }),
        })
        .execute()
    })
    return id
  }

  async get(id: string): Promise<StoredChange | undefined> {
    const [row] = await this.#select().where('change.id', '=', id).execute()
    return row && (await this.#withUndo([stored(row)]))[0]
  }

  /** Newest first, at most `limit`, those before the cursor (an id). */
  async list(filter: Omit<ActivityFilter, 'limit'> & { limit: number }): Promise<StoredChange[]> {
    let query = this.#select().orderBy('change.id', 'desc').limit(filter.limit)
    if (filter.cursor) query = query.where('change.id', '<', filter.cursor)
    if (filter.connection) query = query.where('change.connection', '=', filter.connection)
    if (filter.kind) query = query.where('change.kind', '=', filter.kind)
    if (filter.apiId) query = query.where('change.api_id', '=', filter.apiId)
    if (filter.stage) query = query.where('change.stage', '=', filter.stage)
    if (filter.status === 'pending') query = query.where('ended.status', 'is', null)
    else if (filter.status) query = query.where('ended.status', '=', filter.status)
    for (const word of filter.text?.toLowerCase().split(/\s+/).filter(Boolean) ?? [])
      query = query.where(contains(word))
    return this.#withUndo((await query.execute()).map(stored))
  }

  /** Those of a verb that went through since an instant (epoch milliseconds), wholly or in part; oldest first. */
  async endedOf(verb: string, sinceMs: number, of?: Pick<StageRef, 'apiId' | 'stage'>): Promise<StoredChange[]> {
    let query = this.#select()
      .where('change.verb', '=', verb)
      .where('change.at_ms', '>=', sinceMs)
      .where('ended.status', 'in', ['done', 'partly_done'])
      .orderBy('change.id')
    if (of) query = query.where('change.api_id', '=', of.apiId).where('change.stage', '=', of.stage)
    return (await query.execute()).map(stored)
  }

  /** Ids of changes that didn't end yet, oldest first; of one target where it's given. */
  async unended(target?: Target | StageRef): Promise<string[]> {
    let query = this.#select().where('ended.status', 'is', null).orderBy('change.id')
    if (target) {
      const { account_id, region, kind, api_id, stage } = placeOf(target as StageTarget)
      query = query
        .where('change.account_id', '=', account_id)
        .where('change.region', '=', region)
        .where('change.kind', '=', kind)
        .where('change.api_id', '=', api_id)
        .where('change.stage', '=', stage)
    }
    return (await query.execute()).map(({ id }) => id)
  }

  /** The last change by Callboard to each stage of a connection that ended as done: by `apiId/stage`. */
  async lastDone(accountId: string, region: string): Promise<Map<string, { by: string; atMs: number }>> {
    const rows = await this.#db
      .selectFrom('change')
      .innerJoin('change_row', (join) =>
        join.onRef('change_row.change_id', '=', 'change.id').on('change_row.kind', '=', 'ended'),
      )
      .where('change_row.status', 'in', ['done', 'partly_done'])
      .where('account_id', '=', accountId)
      .where('region', '=', region)
      .where('change.id', 'in', (last) =>
        last
          .selectFrom('change as c')
          .innerJoin('change_row as r', (join) => join.onRef('r.change_id', '=', 'c.id').on('r.kind', '=', 'ended'))
          .where('r.status', 'in', ['done', 'partly_done'])
          .groupBy(['c.account_id', 'c.region', 'c.kind', 'c.api_id', 'c.stage'])
          .select(({ fn }) => fn.max('c.id').as('id')),
      )
      .select(['change.api_id', 'change.stage', 'change.actor_name', 'change_row.at_ms'])
      .execute()
    return new Map(rows.map((row) => [`${row.api_id}/${row.stage}`, { by: row.actor_name, atMs: row.at_ms }]))
  }

  #select() {
    return this.#db
      .selectFrom('change')
      .leftJoin('change_row as ended', (join) =>
        join.onRef('ended.change_id', '=', 'change.id').on('ended.kind', '=', 'ended'),
      )
      .leftJoin('change_row as settled', (join) =>
        join.onRef('settled.change_id', '=', 'change.id').on('settled.kind', '=', 'settled'),
      )
      .selectAll('change')
      .select([
        'ended.body as ended_body',
        'ended.at_ms as ended_ms',
        'settled.body as settled_body',
        'settled.at_ms as settled_ms',
      ])
  }

  /** An undo can itself be undone; then the first change stands again. */
  async #withUndo(changes: StoredChange[]): Promise<StoredChange[]> {
    const undoers = new Map<string, string[]>()
    let ids = changes.map(({ head }) => head.id)
    while (ids.length > 0) {
      const rows = await this.#db
        .selectFrom('change')
        .innerJoin('change_row as ended', (join) =>
          join.onRef('ended.change_id', '=', 'change.id').on('ended.status', '=', 'done'),
        )
        .where('undoes', 'in', ids)
        .select(['change.id', 'undoes'])
        .orderBy('change.id')
        .execute()
      for (const { id, undoes } of rows) undoers.set(undoes!, [...(undoers.get(undoes!) ?? []), id])
      ids = rows.map(({ id }) => id)
    }
    const undoneBy = (id: string): string | null =>
      undoers.get(id)?.findLast((undoer) => undoneBy(undoer) === null) ?? null
    return changes.map((change) => ({ ...change, undoneBy: undoneBy(change.head.id) }))
  }
}

/** The columns that say what a change was made to. A thing of the account stands where a stage's API does. */
const placeOf = (target: Target) => ({
  account_id: target.accountId,
  region: target.region,
  kind: target.kind,
  api_id: isStageTarget(target) ? target.apiId : target.id,
  stage: isStageTarget(target) ? target.stage : '',
})

const namesOf = (target: Target) => (isStageTarget(target) ? [target.apiName, target.stage] : [target.name])

const searchable = (texts: string[]) => texts.join('\n').toLowerCase()

/** Text that stands anywhere in what a change is searched by; `%` and `_` stand for themselves. */
const contains = (text: string) =>
  sql<boolean>`change.search like ${`%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`} escape '\\'`

type Row = Selectable<ChangeTable> & {
  ended_body: string | null
  ended_ms: number | null
  settled_body: string | null
  settled_ms: number | null
}

function stored({ ended_body, ended_ms, settled_body, settled_ms, ...head }: Row): StoredChange {
  return {
    head,
    plan: JSON.parse(head.plan) as Plan,
    ended: ended_body ? { ...(JSON.parse(ended_body) as RowBodyOf<'ended'>), atMs: ended_ms! } : null,
    settled: settled_body ? { ...(JSON.parse(settled_body) as RowBodyOf<'settled'>), atMs: settled_ms! } : null,
    undoneBy: null,
  }
}
