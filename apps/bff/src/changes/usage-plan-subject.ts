import { isStageTarget } from '@callboard/shared-types/changes/target'
import type { AccountTarget, Target } from '@callboard/shared-types/changes/plan.schemas'
import { toInstant } from '@callboard/shared-types/lib/instant'
import type { AwsConnection } from '../aws/connections.ts'
import { usageScope } from '../aws/usage.reader.ts'
import {
  fetchUsagePlan,
  fetchUsagePlans,
  planKeysScope,
  usagePlansScope,
  type SeenPlan,
} from '../aws/usage-plans.reader.ts'
import { isAppError } from '../lib/errors.ts'
import type { Making } from './making.ts'
import type { Path, State } from './rows.ts'
import { ABSENT, isAbsent } from './absent.ts'
import type { Steps, Subject } from './subject.ts'
import { planState, type PlanDraft, type PlanPresent, type PlanState } from './usage-plan-draft.ts'
import { usagePlanSteps } from './usage-plan-steps.ts'
import type { Wish } from './wish.ts'

const newPrefix = 'new-'

interface Named {
  id: string
  name: string
}

/** AWS doesn't date plans; their ids are never given twice. */
const sometime = toInstant(0)

/** A usage plan. One that isn't there has an id of our own, `new-…`. */
export class UsagePlanSubject implements Subject<PlanPresent, PlanDraft> {
  readonly connection: AwsConnection
  readonly noun = 'usage plan'
  readonly #of: Named
  #made: string | undefined
  #mayBeAbsent: boolean

  /** @param made the id that AWS gave to one that wasn't there @param mayBeAbsent it may be gone by now */
  constructor(
    connection: AwsConnection,
    of: Named,
    { made, mayBeAbsent = false }: { made?: string | undefined; mayBeAbsent?: boolean } = {},
  ) {
    this.connection = connection
    this.#of = of
    this.#made = made
    this.#mayBeAbsent = mayBeAbsent
  }

  get lockKey(): string {
    const { accountId, region } = this.connection.config
    return `${accountId}/${region}/usage-plan/${this.#of.id}`
  }

  get #id(): string {
    return this.#made ?? this.#of.id
  }

  async look(): Promise<PlanPresent> {
    const { connection } = this
    const plan = this.#id.startsWith(newPrefix) ? undefined : await this.#lookFor(this.#id)
    return { connection, plan, state: plan ? planState(plan) : (ABSENT as PlanState) }
  }

  #lookFor(id: string): Promise<SeenPlan | undefined> {
    return fetchUsagePlan(this.connection, id).catch((error: unknown) => {
      if (this.#mayBeAbsent && isAppError(error, 'not_found')) return undefined
      throw error
    })
  }

  async target({ plan }: PlanPresent): Promise<AccountTarget> {
    const { name: connection, accountId, region } = this.connection.config
    return {
      connection,
      accountId,
      region,
      createdAt: plan ? sometime : null,
      production: false,
      kind: 'usage-plan',
      id: this.#of.id,
      name: plan ? plan.config.name : this.#of.name,
    }
  }

  async steps(target: Target, { plan, state }: PlanPresent, draft: PlanDraft): Promise<Steps> {
    if (isStageTarget(target)) throw new Error('Not a plan')
    // What it's led to is looked for afterwards.
    if (draft.state === null) this.#mayBeAbsent = true
    return usagePlanSteps(this.connection.config.region, plan?.id, state, draft)
  }

  unchanged(path: Path): string[] {
    return path.some(isAbsent) ? [] : ['its keys']
  }

  async stateOf({ state }: PlanPresent): Promise<State> {
    return state
  }

  leadingTo(state: State): Omit<PlanDraft, keyof Wish> {
    if (isAbsent(state)) return { state: null }
    // What is empty has no leaves, and is missing in a state that was put together of them.
    const { stages = {}, tags = {}, ...rest } = state as Pick<PlanState, 'name'> & Partial<PlanState>
    const whole = Object.entries(stages).map(([key, of]) => [
      key,
      { attached: true as const, methods: (of as Partial<typeof of>).methods ?? {} },
    ])
    return { state: { ...rest, stages: Object.fromEntries(whole) as PlanState['stages'], tags } }
  }

  get makings(): Making[] {
    return [
      {
        operation: 'CreateUsagePlan',
        list: async ({ input }) =>
          (await fetchUsagePlans(this.connection, 'write')).map(({ id, config }) => ({
            id,
            // Without a date: that it wasn't there before has to do.
            createdMs: Infinity,
            fits: config.name === input['name'],
          })),
      },
    ]
  }

  isNow(id: string): void {
    this.#made = id
  }

  async ended(): Promise<void> {
    const { cache } = this.connection
    for (const scope of [usagePlansScope, planKeysScope(this.#id), usageScope(this.#id)]) cache.drop(scope)
  }
}
