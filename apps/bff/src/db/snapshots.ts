import type { StageRef } from '@callboard/shared-types/lib/stage-ref'
import type { StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import type { Selectable, Transaction } from 'kysely'
import type { Database } from './connect.ts'
import type { SnapshotTable, Tables } from './tables.ts'

/** How a stage was seen to be. Instants are epoch milliseconds; see the table for what each means. */
export interface Snapshot {
  id: string
  ref: StageRef
  n: number
  createdMs: number
  atMs: number
  seenMs: number
  processMs: number
  awsMs: number
  gone: boolean
  origin: 'first' | 'callboard' | 'outside'
  changeId: string | null
  hash: string
  config: StageConfig
  tags: Record<string, string>
}

/** Those of one account and region, or of one API of it. */
interface Within {
  accountId: string
  region: string
  apiId?: string
}

/** The snapshots of stages, in the store. */
export class Snapshots {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  /** @throws where another process wrote the stage's next snapshot first */
  async add(snapshots: Snapshot[], tx: Transaction<Tables> | Database = this.#db): Promise<void> {
    await tx.insertInto('snapshot').values(snapshots.map(row)).execute()
  }

  /** The last snapshot of each stage, those that are gone too. */
  async latest({ accountId, region, apiId }: Within): Promise<Snapshot[]> {
    let query = this.#db
      .selectFrom('snapshot')
      .where('account_id', '=', accountId)
      .where('region', '=', region)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('snapshot as later')
              .whereRef('later.account_id', '=', 'snapshot.account_id')
              .whereRef('later.region', '=', 'snapshot.region')
              .whereRef('later.kind', '=', 'snapshot.kind')
              .whereRef('later.api_id', '=', 'snapshot.api_id')
              .whereRef('later.stage', '=', 'snapshot.stage')
              .whereRef('later.n', '>', 'snapshot.n')
              .select('later.id'),
          ),
        ),
      )
    if (apiId !== undefined) query = query.where('api_id', '=', apiId)
    return (await query.selectAll().execute()).map(snapshot)
  }

  async last(ref: StageRef): Promise<Snapshot | undefined> {
    return (await this.list(ref, { limit: 1 }))[0]
  }

  async first(ref: StageRef): Promise<Snapshot | undefined> {
    const found = await this.#of(ref).orderBy('n').limit(1).executeTakeFirst()
    return found && snapshot(found)
  }

  /** Newest first. @param before only those before this one of the stage */
  async list(ref: StageRef, { before, limit }: { before?: number; limit: number }): Promise<Snapshot[]> {
    let query = this.#of(ref).orderBy('n', 'desc').limit(limit)
    if (before !== undefined) query = query.where('n', '<', before)
    return (await query.execute()).map(snapshot)
  }

  async get(ref: StageRef, id: string): Promise<Snapshot | undefined> {
    const found = await this.#of(ref).where('id', '=', id).executeTakeFirst()
    return found && snapshot(found)
  }

  /** What the stage was at an instant: the nearest snapshot at it or before. */
  async at(ref: StageRef, atMs: number): Promise<Snapshot | undefined> {
    const found = await this.#of(ref).where('at_ms', '<=', atMs).orderBy('n', 'desc').limit(1).executeTakeFirst()
    return found && snapshot(found)
  }

  /** The snapshot right before this one. */
  before = async ({ ref, n }: Snapshot): Promise<Snapshot | undefined> =>
    (await this.list(ref, { before: n, limit: 1 }))[0]

  /** The one right after it; undefined is that it's the last. */
  async after({ ref, n }: Snapshot): Promise<Snapshot | undefined> {
    const found = await this.#of(ref)
      .where('n', '=', n + 1)
      .executeTakeFirst()
    return found && snapshot(found)
  }

  #of({ accountId, region, kind, apiId, stage }: StageRef) {
    return this.#db
      .selectFrom('snapshot')
      .where('account_id', '=', accountId)
      .where('region', '=', region)
      .where('kind', '=', kind)
      .where('api_id', '=', apiId)
      .where('stage', '=', stage)
      .selectAll()
  }
}

const row = ({ ref, ...of }: Snapshot): SnapshotTable => ({
  id: of.id,
  account_id: ref.accountId,
  region: ref.region,
  kind: ref.kind,
  api_id: ref.apiId,
  stage: ref.stage,
  n: of.n,
  stage_created_ms: of.createdMs,
  at_ms: of.atMs,
  seen_ms: of.seenMs,
  process_ms: of.processMs,
  aws_ms: of.awsMs,
  gone: of.gone ? 1 : 0,
  origin: of.origin,
  change_id: of.changeId,
  hash: of.hash,
  config: JSON.stringify(of.config),
  tags: JSON.stringify(of.tags),
})

const snapshot = (of: Selectable<SnapshotTable>): Snapshot => ({
  id: of.id,
  ref: {
    accountId: of.account_id,
    region: of.region,
    kind: of.kind as StageRef['kind'],
    apiId: of.api_id,
    stage: of.stage,
  },
  n: of.n,
  createdMs: of.stage_created_ms,
  atMs: of.at_ms,
  seenMs: of.seen_ms,
  processMs: of.process_ms,
  awsMs: of.aws_ms,
  gone: of.gone === 1,
  origin: of.origin as Snapshot['origin'],
  changeId: of.change_id,
  hash: of.hash,
  config: JSON.parse(of.config) as StageConfig,
  tags: JSON.parse(of.tags) as Record<string, string>,
})
