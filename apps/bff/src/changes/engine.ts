import { randomUUID } from 'node:crypto'
import type { Actor, Change, WriteInput, WriteResult } from '@callboard/shared-types/changes/change.schemas'
import { stageKey, type StageAddress, type StageRef } from '@callboard/shared-types/lib/stage-ref'
import type { Person } from '@callboard/shared-types/session/session.schemas'
import { CallFailed } from '../aws/aws-calls.ts'
import type { AwsConnection, Connections } from '../aws/connections.ts'
import { deploymentsScope, fetchDeployments } from '../aws/deployments.reader.ts'
import type { SeenStage } from '../aws/seen-stage.ts'
import { readStageNow, stagesScope } from '../aws/stages.reader.ts'
import { sendOperation } from '../aws/operations.writer.ts'
import { grantWrite } from '../aws/write-capability.ts'
import type { Database } from '../db/connect.ts'
import type { Clocks } from '../lib/clock.ts'
import { AppError, notFound } from '../lib/errors.ts'
import type { Events } from '../lib/events.ts'
import type { Log } from '../lib/log.ts'
import { ChangeStore } from './change-store.ts'
import { changeView } from './change-view.ts'
import { finish, settleMs } from './finish.ts'
import { requireGo, requireRole } from './guard-rails.ts'
import type { Intent } from './intent.ts'
import { Leases, type Lease } from './leases.ts'
import { withDeployment } from './new-deployment.ts'
import type { OutsideChanges } from './outside-changes.ts'
import type { End } from './outcome.ts'
import { makePlan, type Planned } from './plan.ts'
import { Rows } from './rows.ts'
import { targetOf } from './target.ts'

export interface EngineDeps {
  db: Database
  connections: Connections
  clocks: Clocks
  events: Events
  log: Log
  outside: OutsideChanges
  productionStages: string[]
  /** This process, for leases and rows. */
  owner: string
  /** How long a change waits for its stage and for AWS to show what it took, and how long a lost process keeps a stage. */
  patience?: { lockMs?: number; settleMs?: number; leaseMs?: number }
}

/** The one door of every write: plan, check, write down, send, read back, end. */
export class ChangeEngine {
  readonly store: ChangeStore
  readonly rows: Rows
  readonly #leases: Leases
  readonly #deps: EngineDeps

  constructor(deps: EngineDeps) {
    this.#deps = deps
    this.store = new ChangeStore(deps.db, deps.clocks, deps.owner)
    this.rows = new Rows(deps.db, deps.clocks, deps.owner)
    this.#leases = new Leases(deps.db, deps.clocks, deps.owner, deps.patience?.leaseMs)
  }

  /**
   * Plans a write and, unless it's a dry run, does it.
   * @throws forbidden, not_found, moved, guard_rail, unclear, and what AWS answers
   */
  async run(person: Person, address: StageAddress, intent: Intent, write: WriteInput): Promise<WriteResult> {
    requireRole(person, 'operator')
    const connection = this.#deps.connections.get(address.connection)
    if (write.dryRun) return { plan: (await this.#plan(connection, address, intent)).plan, change: null }

    const ref = refOf(connection, address)
    const lease = await this.#leases.take(stageKey(ref), this.#deps.patience?.lockMs ?? 30_000)
    if (!lease) throw busy('Another change to this stage is under way')
    const extending = setInterval(() => void this.#leases.hold(lease).catch(() => {}), this.#leases.extendEveryMs)
    try {
      await this.#finishWhatIsLeft(ref, connection)
      const planned = await this.#plan(connection, address, intent)
      requireGo(planned.plan, write)
      const actor: Actor = { kind: 'person', issuer: person.issuer, subject: person.subject, name: person.name }
      const id = await this.store.begin({
        actor,
        reason: write.reason,
        undoes: intent.undoes ?? null,
        plan: planned.plan,
      })
      await this.#publish(id)
      const failure = await this.#send(id, lease, connection, planned).catch((error: unknown) => {
        if (error instanceof AppError) throw error
        this.#deps.log.error({ error, changeId: id }, 'a change was cut off')
        throw new AppError('unclear', "Callboard's store failed on the way; the activity will say what became of it", {
          changeId: id,
        })
      })
      return { plan: planned.plan, change: await this.#conclude(id, ref, connection, failure) }
    } finally {
      clearInterval(extending)
      await this.#leases.release(lease).catch((error: unknown) => this.#deps.log.warn({ error }, 'lease not released'))
    }
  }

  /** Ends what an earlier process left pending; answers how many are still so, because AWS or the stage's lease isn't free. */
  async reconcile(): Promise<number> {
    let left = 0
    for (const id of await this.store.unended()) {
      const change = await this.store.get(id)
      if (!change || change.ended) continue
      const { target } = change.plan
      const connection = this.#deps.connections.find(target.accountId, target.region)
      const lease = connection && (await this.#leases.take(stageKey(target), 0))
      if (!connection || !lease) {
        left++
        continue
      }
      const end = await this.#finish(id, target, connection).catch((error: unknown) => {
        this.#deps.log.error({ error, changeId: id }, 'a pending change could not be finished')
      })
      await this.#leases.release(lease)
      if (end) await this.#publish(id)
      else left++
    }
    return left
  }

  /** Where only this process has the store: leases of processes before it are over. */
  async takeOver(): Promise<void> {
    await this.#leases.expireOthers()
  }

  async #plan(connection: AwsConnection, address: StageAddress, intent: Intent): Promise<Planned> {
    const stage = await readStageNow(connection, address.apiId, address.stage)
    const present = { connection, address, stage }
    const target = await targetOf(present, this.#deps.productionStages)
    return makePlan(intent.verb, target, present, await intent.draft(present), this.#deps.clocks.worldMs())
  }

  async #send(
    id: string,
    lease: Lease,
    connection: AwsConnection,
    { plan, path }: Planned,
  ): Promise<AppError | undefined> {
    const creates = plan.operations.some(({ operation }) => operation === 'CreateDeployment')
    const known = creates ? await fetchDeployments(connection, plan.target.apiId, 'write') : undefined
    await this.rows.append(id, {
      kind: 'pending',
      path,
      operations: plan.operations,
      ...(known ? { knownDeployments: known.map((deployment) => deployment.id) } : {}),
    })
    let made: string | undefined
    const may = grantWrite(id)
    for (const [step, operation] of plan.operations.entries()) {
      const invocationId = randomUUID()
      if (!(await this.#leases.hold(lease))) throw busy("The stage's lock was lost before sending")
      await this.rows.append(id, { kind: 'sent', step, invocationId })
      try {
        const { requestId, created } = await sendOperation(
          may,
          connection,
          withDeployment(operation, made),
          invocationId,
        )
        made ??= created
        await this.rows.append(id, {
          kind: 'answered',
          step,
          ok: true,
          requestId,
          sentence: '',
          proof: 'done',
          ...(created ? { created } : {}),
        })
      } catch (thrown) {
        if (!(thrown instanceof CallFailed)) throw thrown
        const { error, proof } = thrown.failure
        const requestId = 'requestId' in error.data ? error.data.requestId : null
        await this.rows.append(id, { kind: 'answered', step, ok: false, requestId, sentence: error.message, proof })
        return error
      }
    }
    return undefined
  }

  async #conclude(
    id: string,
    ref: StageRef,
    connection: AwsConnection,
    failure: AppError | undefined,
  ): Promise<Change> {
    const end = await this.#finish(id, ref, connection)
    await this.#publish(id)
    if (!end || end.status === 'unclear')
      throw new AppError('unclear', end?.outcome ?? "It was sent, but AWS can't be asked what became of it", {
        changeId: id,
      })
    if (end.status === 'failed') throw failure ?? new AppError('unclear', end.outcome, { changeId: id })
    return changeView((await this.store.get(id))!)
  }

  async #finish(id: string, ref: StageRef, connection: AwsConnection): Promise<End | undefined> {
    let seen: SeenStage | undefined
    const readNow = async () => {
      seen = await readStageNow(connection, ref.apiId, ref.stage)
      return seen
    }
    const listDeployments = () => fetchDeployments(connection, ref.apiId, 'write')
    const patience = this.#deps.patience?.settleMs ?? settleMs
    const end = await finish(id, {
      rows: this.rows,
      clocks: this.#deps.clocks,
      settleMs: patience,
      readNow,
      listDeployments,
    })
    if (seen) await this.#deps.outside.expect(connection, ref, seen, id)
    connection.cache.drop(stagesScope(ref.apiId))
    connection.cache.drop(deploymentsScope(ref.apiId))
    connection.written.add(ref.apiId)
    return end
  }

  /** A stage has at most one change at a time: what a crash left behind is settled before the next begins. */
  async #finishWhatIsLeft(ref: StageRef, connection: AwsConnection): Promise<void> {
    for (const id of await this.store.unended(ref)) {
      if (!(await this.#finish(id, ref, connection)))
        throw busy('An earlier change to this stage could not be settled yet')
      await this.#publish(id)
    }
  }

  async #publish(id: string): Promise<void> {
    const change = await this.store.get(id)
    if (!change) throw notFound('change', id)
    this.#deps.events.publish({ type: 'change', change: changeView(change) })
  }
}

const busy = (text: string) => new AppError('guard_rail', text, { rule: 'busy', fields: [] })

const refOf = ({ config }: AwsConnection, { kind, apiId, stage }: StageAddress): StageRef => ({
  accountId: config.accountId,
  region: config.region,
  kind,
  apiId,
  stage,
})
