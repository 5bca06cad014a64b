import type { StageRef } from '@callboard/shared-types/lib/stage-ref'
import { stageHash } from '../aws/stage-leaves.ts'
import type { AwsConnection } from '../aws/connections.ts'
import { deploymentsScope } from '../aws/deployments.reader.ts'
import type { SeenStage } from '../aws/seen-stage.ts'
import type { Database } from '../db/connect.ts'
import { Namings } from '../db/namings.ts'
import { Snapshots, type Snapshot } from '../db/snapshots.ts'
import type { Clocks } from '../lib/clock.ts'
import type { Events } from '../lib/events.ts'
import type { Log } from '../lib/log.ts'
import { nextId } from '../lib/next-id.ts'
import type { ChangeStore } from './change-store.ts'
import { changeView } from './change-view.ts'
import { settleMs } from './outcome.ts'
import type { Rows } from './rows.ts'
import { fieldsMoved, outsideEntry, writeEntry, type Move } from './outside-entry.ts'

interface Deps {
  db: Database
  store: ChangeStore
  rows: Rows
  clocks: Clocks
  events: Events
  log: Log
  owner: string
  productionStages: string[]
  /** How long AWS may go on showing the state of before. */
  settleMs?: number | undefined
}

/** What AWS answered of stages, and since when that can't be older (process time). */
interface Look {
  connection: AwsConnection
  apiId: string
  stages: SeenStage[]
  /** All stages of the API were asked for: one that isn't there is gone. */
  whole: boolean
  askedMs: number
  askedWorldMs: number
}

/** The last snapshot of a stage, and when it was last seen to be still so. */
interface Known {
  snapshot: Snapshot
  confirmedMs: number
  processMs: number
}

/**
 * Keeps a snapshot of each stage whenever it's seen to be other than before: after a change of Callboard's own, or because
 * somebody else changed it, which is then an entry of the activity.
 */
export class OutsideChanges {
  readonly snapshots: Snapshots
  readonly namings: Namings
  readonly #deps: Deps
  readonly #apis = new Map<string, Map<string, Known>>()
  readonly #turns = new Map<string, Promise<void>>()

  constructor(deps: Deps) {
    this.#deps = deps
    this.snapshots = new Snapshots(deps.db)
    this.namings = new Namings(deps.db)
  }

  /** Looks at every answer about stages that this connection gets. */
  follow(connection: AwsConnection): void {
    const { processMs, worldMs } = this.#deps.clocks
    connection.watchStages = () => {
      const asked = { askedMs: processMs(), askedWorldMs: worldMs() }
      return (apiId, stages, whole) =>
        this.#inTurn(connection, apiId, () => this.#look({ connection, apiId, stages, whole, ...asked }))
    }
  }

  /** These are all APIs of the connection: the stages of any other are gone with it. */
  async apisThere(connection: AwsConnection, apiIds: string[]): Promise<void> {
    const { accountId, region } = connection.config
    const tell = connection.watchStages!()
    const gone = (await this.snapshots.latest({ accountId, region })).filter(
      ({ gone, ref }) => !gone && !apiIds.includes(ref.apiId),
    )
    for (const apiId of new Set(gone.map(({ ref }) => ref.apiId))) await tell(apiId, [], true)
  }

  /** What a change of ours left: undefined is that the stage isn't there. */
  expect(connection: AwsConnection, ref: StageRef, stage: SeenStage | undefined, changeId: string): Promise<void> {
    return this.#inTurn(connection, ref.apiId, async () => {
      const known = (await this.#knownOf(connection, ref.apiId)).get(ref.stage)
      const next = stage ? this.#snapshot(ref, stage, known?.snapshot) : known && this.#goneNow(known.snapshot)
      if (!next || (known && same(known.snapshot, next))) return known && this.#confirm(known)
      await this.#keep([{ ...next, origin: 'callboard', changeId }])
    })
  }

  /** Writes down what was found out of who did a change; with a name, the change has it from then on. */
  async name(changeId: string, text: string, who?: { name: string; arn: string }): Promise<void> {
    const { db, store, rows } = this.#deps
    const change = await store.get(changeId)
    if (!change) return
    await rows.append(changeId, { kind: 'named', text })
    const search = `${change.head.search}\n${who?.name.toLowerCase()}`
    const named = who && { actor_name: who.name, actor_subject: who.arn, search }
    if (named) await db.updateTable('change').set(named).where('id', '=', changeId).execute()
    await this.#publish(changeId)
  }

  /** Until all looks so far have been dealt with. */
  async settled(): Promise<void> {
    await Promise.all(this.#turns.values())
  }

  /** One look at an API after the other. That the store is away must not hold up who only wants to see a stage. */
  #inTurn({ config }: AwsConnection, apiId: string, work: () => Promise<void>): Promise<void> {
    const key = `${config.accountId}/${config.region}/${apiId}`
    const turn = (this.#turns.get(key) ?? Promise.resolve()).then(work).catch((error: unknown) => {
      this.#apis.delete(key)
      this.#deps.log.warn({ error, apiId }, 'what was seen of stages could not be kept')
    })
    this.#turns.set(key, turn)
    void turn.then(() => this.#turns.get(key) === turn && this.#turns.delete(key))
    return turn
  }

  async #knownOf({ config: { accountId, region } }: AwsConnection, apiId: string): Promise<Map<string, Known>> {
    const key = `${accountId}/${region}/${apiId}`
    const known = this.#apis.get(key)
    if (known) return known
    const loaded = await this.snapshots.latest({ accountId, region, apiId })
    const made = new Map(
      loaded.map((of) => [of.ref.stage, { snapshot: of, confirmedMs: of.seenMs, processMs: of.processMs }]),
    )
    this.#apis.set(key, made)
    return made
  }

  async #look(look: Look): Promise<void> {
    const { connection, apiId, stages, whole } = look
    const known = await this.#knownOf(connection, apiId)
    const firsts: Snapshot[] = []
    for (const stage of stages) {
      const before = known.get(stage.name)
      const next = this.#snapshot(this.#refOf(look, stage.name), stage, before?.snapshot)
      if (!before && !this.#madeSince(known, stage) && (await this.#isQuiet(next.ref))) firsts.push(next)
      else if (before && same(before.snapshot, next)) this.#confirm(before, look)
      else await this.#moved(look, before, next)
    }
    if (firsts.length > 0) await this.#keep(firsts)
    if (!whole) return
    const there = new Set(stages.map(({ name }) => name))
    for (const [name, before] of known)
      if (!there.has(name) && !before.snapshot.gone) await this.#moved(look, before, this.#goneNow(before.snapshot))
  }

  /** A stage that AWS dates after the API was first seen was made since. */
  #madeSince(known: Map<string, Known>, { createdMs }: SeenStage): boolean {
    return [...known.values()].some(({ snapshot }) => snapshot.seenMs < createdMs)
  }

  async #moved(look: Look, before: Known | undefined, next: Snapshot): Promise<void> {
    if (before && this.#isOld(look, before, next)) return
    if (!(await this.#isQuiet(next.ref))) return
    const { connection, apiId } = look
    const { db, events, productionStages } = this.#deps
    const move: Move = {
      connection,
      before: before?.snapshot,
      after: next,
      sinceMs: before?.confirmedMs ?? next.createdMs,
      deployments: connection.lastSeen.get(apiId)?.deployments ?? [],
      productionStages,
    }
    const entry = await outsideEntry(move)
    await db.transaction().execute(async (tx) => {
      await writeEntry(tx, entry, this.#deps)
      await this.#keep([{ ...next, origin: 'outside', changeId: entry.id }], tx)
    })
    const fields = fieldsMoved(move).map(({ field }) => field)
    // What it runs now may be a deployment that was made a moment ago.
    if (fields.some((field) => field.endsWith('deploymentId'))) connection.cache.drop(deploymentsScope(apiId))
    events.publish({ type: 'stage_moved', stage: next.ref, fields })
    await this.#publish(entry.id)
  }

  async #publish(changeId: string): Promise<void> {
    const change = await this.#deps.store.get(changeId)
    if (change) this.#deps.events.publish({ type: 'change', change: changeView(change) })
  }

  /** False while a change of ours is under way: it says by itself what it left. */
  #isQuiet = async (ref: StageRef): Promise<boolean> => (await this.#deps.store.unended(ref)).length === 0

  /** Whether the answer may be from before what is known: AWS may show the state of before for a while. */
  #isOld({ askedMs }: Look, { snapshot: known, processMs }: Known, next: Snapshot): boolean {
    const again = next.createdMs !== known.createdMs
    if (askedMs <= processMs || (!again && next.awsMs < known.awsMs)) return true
    // AWS dates to the second, and not every change (tags): only an answer that comes later is sure to be newer.
    const surelyNewer = !next.gone && (again || next.awsMs > known.awsMs)
    return !surelyNewer && askedMs - known.processMs < (this.#deps.settleMs ?? settleMs)
  }

  #confirm(known: Known, look?: Look): void {
    known.confirmedMs = Math.max(known.confirmedMs, look?.askedWorldMs ?? this.#deps.clocks.worldMs())
    known.processMs = Math.max(known.processMs, look?.askedMs ?? this.#deps.clocks.processMs())
  }

  async #keep(snapshots: Snapshot[], tx?: Parameters<Snapshots['add']>[1]): Promise<void> {
    await this.snapshots.add(snapshots, tx)
    for (const of of snapshots) {
      const { accountId, region, apiId, stage } = of.ref
      const known = this.#apis.get(`${accountId}/${region}/${apiId}`)
      known?.set(stage, { snapshot: of, confirmedMs: of.seenMs, processMs: of.processMs })
    }
  }

  #refOf({ connection: { config }, apiId }: Look, stage: string): StageRef {
    return { accountId: config.accountId, region: config.region, kind: 'rest', apiId, stage }
  }

  #snapshot(ref: StageRef, stage: SeenStage, before: Snapshot | undefined): Snapshot {
    const seenMs = this.#deps.clocks.worldMs()
    const { config, tags, createdMs, updatedMs: awsMs } = stage
    const since = before && awsMs > before.awsMs ? awsMs : seenMs
    return {
      ...this.#numbered(ref, before, before ? Math.min(seenMs, Math.max(since, before.atMs)) : seenMs),
      createdMs,
      awsMs,
      gone: false,
      hash: stageHash(config, tags),
      config,
      tags,
    }
  }

  #goneNow = (before: Snapshot): Snapshot => ({
    ...before,
    ...this.#numbered(before.ref, before, this.#deps.clocks.worldMs()),
    gone: true,
  })

  #numbered(ref: StageRef, before: Snapshot | undefined, atMs: number) {
    const { worldMs, processMs } = this.#deps.clocks
    const seenMs = worldMs()
    const first = { origin: 'first' as const, changeId: null }
    return { id: nextId(seenMs), ref, n: (before?.n ?? 0) + 1, atMs, seenMs, processMs: processMs(), ...first }
  }
}

const same = (before: Snapshot, now: Snapshot): boolean =>
  before.gone === now.gone && before.hash === now.hash && before.createdMs === now.createdMs
