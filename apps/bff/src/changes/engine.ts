import { randomUUID } from 'node:crypto'
import type { Actor, Change, WriteInput, WriteResult } from '@callboard/shared-types/changes/change.schemas'
import type { AwsOperation, Plan } from '@callboard/shared-types/changes/plan.schemas'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { Person } from '@callboard/shared-types/session/session.schemas'
import { CallFailed } from '../aws/aws-calls.ts'
import type { AwsConnection, Connections } from '../aws/connections.ts'
import { sendOperation } from '../aws/operations.writer.ts'
import { grantWrite } from '../aws/write-capability.ts'
import type { Database } from '../db/connect.ts'
import type { Clocks } from '../lib/clock.ts'
import { AppError, notFound } from '../lib/errors.ts'
import type { Events } from '../lib/events.ts'
import type { MarkOf } from '../lib/key-marks.ts'
import type { Log } from '../lib/log.ts'
import { ChangeStore, type StoredChange } from './change-store.ts'
import { changeView } from './change-view.ts'
import { finish } from './finish.ts'
import { requireGo, requireRole, requireUnblocked } from './guard-rails.ts'
import type { Intent } from './intent.ts'
import type { Wish } from './wish.ts'
import { Leases, type Lease } from './leases.ts'
import { createdIn, withMade, withReal } from './making.ts'
import type { OutsideChanges } from './outside-changes.ts'
import { settleMs, type End } from './outcome.ts'
import { makePlan, type Planned } from './plan.ts'
import { Rows, type StoredRow } from './rows.ts'
import { StageSubject } from './stage-subject.ts'
import type { Subject } from './subject.ts'
import { subjectOf, type AnySubject } from './subjects.ts'

export interface EngineDeps {
  db: Database
  connections: Connections
  clocks: Clocks
  events: Events
  log: Log
  outside: OutsideChanges
  productionStages: string[]
  /** Of values of API keys, which rows keep in their place. */
  markOf: MarkOf
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

  /** A write to a stage. @throws as `runOn` */
  async run(person: Person, address: StageAddress, intent: Intent, write: WriteInput): Promise<WriteResult> {
    requireRole(person, 'operator')
    return this.runOn(person, this.stageAt(address, intent.mayBeAbsent), intent, write)
  }

  /** @throws not_found where there's no such connection */
  stageAt(address: StageAddress, mayBeAbsent = false): StageSubject {
    return new StageSubject(this.#deps.connections.get(address.connection), address, mayBeAbsent, this.#deps)
  }

  /**
   * Plans a write and, unless it's a dry run, does it.
   * @throws forbidden, not_found, moved, guard_rail, unclear, and what AWS answers
   */
  async runOn<P, D extends Wish>(
    person: Person,
    subject: Subject<P, D>,
    intent: Intent<P, D>,
    write: WriteInput,
  ): Promise<WriteResult> {
    requireRole(person, 'operator')
    if (write.dryRun) return { plan: (await this.#plan(subject, intent)).plan, change: null }
    const actor: Actor = { kind: 'person', issuer: person.issuer, subject: person.subject, name: person.name }
    return this.#do(actor, subject, intent, write.reason, (plan) => requireGo(plan, write))
  }

  /**
   * Does a write by the clock. A person agreed to it when it was set up, so it's neither looked at nor confirmed now.
   * @param job its name, such as `end-data-trace`
   * @throws guard_rail where it can't be done as things are, and as `runOn`
   */
  runAsJob<P, D extends Wish>(
    job: string,
    subject: Subject<P, D>,
    intent: Intent<P, D>,
    reason: string,
  ): Promise<WriteResult> {
    return this.#do(
      { kind: 'job', issuer: 'callboard', subject: job, name: job },
      subject,
      intent,
      reason,
      requireUnblocked,
    )
  }

  async #do<P, D extends Wish>(
    actor: Actor,
    subject: Subject<P, D>,
    intent: Intent<P, D>,
    reason: string,
    check: (plan: Plan) => void,
  ): Promise<WriteResult> {
    const lease = await this.#leases.take(subject.lockKey, this.#deps.patience?.lockMs ?? 30_000)
    if (!lease) throw busy(`Another change to this ${subject.noun} is under way`)
    const extending = setInterval(() => void this.#leases.hold(lease).catch(() => {}), this.#leases.extendEveryMs)
    try {
      const planned = await this.#planAfterWhatIsLeft(subject, intent)
      check(planned.plan)
      const id = await this.store.begin({
        actor,
        reason,
        undoes: intent.undoes ?? null,
        plan: planned.plan,
      })
      await this.#publish(id)
      const failure = await this.#send(id, lease, subject, planned).catch((error: unknown) => {
        if (error instanceof AppError) throw error
        this.#deps.log.error({ error, changeId: id }, 'a change was cut off')
        throw new AppError('unclear', "Callboard's store failed on the way; the activity will say what became of it", {
          changeId: id,
        })
      })
      return { plan: planned.plan, change: await this.#conclude(id, subject, failure) }
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
      const subject = connection && this.subjectOf(connection, change, await this.rows.of(id))
      const lease = subject && (await this.#leases.take(subject.lockKey, 0))
      if (!subject || !lease) {
        left++
        continue
      }
      const end = await this.#finish(id, subject).catch((error: unknown) => {
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

  /** What a stored change was made to, or what it made. */
  subjectOf(connection: AwsConnection, { plan }: StoredChange, rows: StoredRow[]): AnySubject {
    return subjectOf(connection, plan.target, createdIn(rows), this.#deps)
  }

  async #plan<P, D extends Wish>(subject: Subject<P, D>, intent: Intent<P, D>, looked?: P): Promise<Planned> {
    const present = looked ?? (await subject.look())
    const draft = await intent.draft(present, subject)
    return makePlan(intent.verb, subject, present, draft, this.#deps.clocks.worldMs())
  }

  /** A thing has at most one change at a time: what a crash left behind is settled before the next begins. */
  async #planAfterWhatIsLeft<P, D extends Wish>(subject: Subject<P, D>, intent: Intent<P, D>): Promise<Planned> {
    const present = await subject.look()
    const left = await this.store.unended(await subject.target(present))
    for (const id of left) {
      if (!(await this.#finish(id, subject)))
        throw busy(`An earlier change to this ${subject.noun} could not be settled yet`)
      await this.#publish(id)
    }
    return this.#plan(subject, intent, left.length > 0 ? undefined : present)
  }

  async #send(
    id: string,
    lease: Lease,
    { connection, makings, noun }: Pick<AnySubject, 'connection' | 'makings' | 'noun'>,
    { plan, path, secrets }: Planned,
  ): Promise<AppError | undefined> {
    const isMadeBy = (of: AwsOperation) => makings.find(({ operation }) => operation === of.operation)
    const makes = plan.operations.find(isMadeBy)
    const making = makes && isMadeBy(makes)
    const known = making && (await making.list(makes))
    await this.rows.append(id, {
      kind: 'pending',
      path,
      operations: plan.operations,
      ...(known ? { known: known.map((thing) => thing.id) } : {}),
    })
    let made: string | undefined
    const may = grantWrite(id)
    for (const [step, operation] of plan.operations.entries()) {
      const invocationId = randomUUID()
      if (!(await this.#leases.hold(lease))) throw busy(`The ${noun}'s lock was lost before sending`)
      await this.rows.append(id, { kind: 'sent', step, invocationId })
      try {
        const real = making ? withMade(operation, making.operation, made) : operation
        const whole = Object.entries(secrets).reduce((of, [name, secret]) => withReal(of, name, secret), real)
        const { requestId, created } = await sendOperation(may, connection, whole, invocationId)
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

  async #conclude(id: string, subject: AnySubject, failure: AppError | undefined): Promise<Change> {
    const end = await this.#finish(id, subject)
    await this.#publish(id)
    if (!end || end.status === 'unclear')
      throw new AppError('unclear', end?.outcome ?? "It was sent, but AWS can't be asked what became of it", {
        changeId: id,
      })
    if (end.status === 'failed') throw failure ?? new AppError('unclear', end.outcome, { changeId: id })
    return changeView((await this.store.get(id))!)
  }

  async #finish(id: string, subject: AnySubject): Promise<End | undefined> {
    const end = await finish(id, {
      rows: this.rows,
      clocks: this.#deps.clocks,
      settleMs: this.#deps.patience?.settleMs ?? settleMs,
      subject,
    })
    await subject.ended()
    return end
  }

  async #publish(id: string): Promise<void> {
    const change = await this.store.get(id)
    if (!change) throw notFound('change', id)
    this.#deps.events.publish({ type: 'change', change: changeView(change) })
  }
}

const busy = (text: string) => new AppError('guard_rail', text, { rule: 'busy', fields: [] })
