import { isStageTarget } from '@callboard/shared-types/changes/target'
import type { AccountTarget, Target } from '@callboard/shared-types/changes/plan.schemas'
import { toInstant } from '@callboard/shared-types/lib/instant'
import { apiKeysScope, readApiKeyNow, type SeenKey } from '../aws/api-keys.reader.ts'
import type { AwsConnection } from '../aws/connections.ts'
import { fetchKeysByMark } from '../aws/key-values.reader.ts'
import { fetchPlansOfKey, planKeysScope } from '../aws/usage-plans.reader.ts'
import { isAppError } from '../lib/errors.ts'
import type { MarkOf } from '../lib/key-marks.ts'
import { keyState, type KeyDraft, type KeyPresent, type KeyState } from './api-key-draft.ts'
import { apiKeySteps } from './api-key-steps.ts'
import type { Making } from './making.ts'
import type { Path, State } from './rows.ts'
import { ABSENT, isAbsent } from './absent.ts'
import type { Steps, Subject } from './subject.ts'
import type { Wish } from './wish.ts'

/** While a key isn't there its id is this and the mark of the value that it's to have, by which it's found again. */
const newPrefix = 'new-'

/** @param mark of the value */
export const newKeyId = (mark: string): string => newPrefix + mark

interface Named {
  id: string
  name: string
}

/** An API key. */
export class ApiKeySubject implements Subject<KeyPresent, KeyDraft> {
  readonly connection: AwsConnection
  readonly noun = 'API key'
  readonly #of: Named
  #made: string | undefined
  #mayBeAbsent: boolean
  readonly #markOf: MarkOf
  readonly #plans = new Set<string>()

  /** @param made the id that AWS gave to one that wasn't there @param mayBeAbsent it may be gone by now */
  constructor(
    connection: AwsConnection,
    of: Named,
    { made, mayBeAbsent = false, markOf }: { made?: string | undefined; mayBeAbsent?: boolean; markOf: MarkOf },
  ) {
    this.connection = connection
    this.#of = of
    this.#made = made
    this.#mayBeAbsent = mayBeAbsent
    this.#markOf = markOf
  }

  get lockKey(): string {
    const { accountId, region } = this.connection.config
    return `${accountId}/${region}/api-key/${this.#of.id}`
  }

  async look(): Promise<KeyPresent> {
    const { connection } = this
    const id = this.#made ?? this.#of.id
    const key = id.startsWith(newPrefix) ? undefined : await this.#lookFor(id)
    if (!key) return { connection, key, state: ABSENT as KeyState }
    const plans = await fetchPlansOfKey(connection, id)
    for (const plan of plans) this.#plans.add(plan.id)
    return {
      connection,
      key,
      state: keyState(
        key,
        plans.map((plan) => plan.id),
      ),
    }
  }

  #lookFor(id: string): Promise<SeenKey | undefined> {
    return readApiKeyNow(this.connection, id).catch((error: unknown) => {
      if (this.#mayBeAbsent && isAppError(error, 'not_found')) return undefined
      throw error
    })
  }

  async target({ key }: KeyPresent): Promise<AccountTarget> {
    const { name: connection, accountId, region } = this.connection.config
    return {
      connection,
      accountId,
      region,
      createdAt: key ? toInstant(key.createdMs) : null,
      production: false,
      kind: 'api-key',
      id: this.#of.id,
      name: key ? key.name || key.id : this.#of.name,
    }
  }

  async steps(target: Target, { key, state }: KeyPresent, draft: KeyDraft): Promise<Steps> {
    if (isStageTarget(target)) throw new Error('Not a key')
    // What it's led to is looked for afterwards.
    if (draft.state === null) this.#mayBeAbsent = true
    for (const planId of Object.keys(draft.state?.plans ?? {})) this.#plans.add(planId)
    return apiKeySteps(this.connection.config.region, key?.id, state, draft)
  }

  unchanged(path: Path): string[] {
    return path.some(isAbsent) ? [] : ['its value']
  }

  async stateOf({ state }: KeyPresent): Promise<State> {
    return state
  }

  leadingTo(state: State): Omit<KeyDraft, keyof Wish> {
    if (isAbsent(state)) return { state: null }
    // What is empty has no leaves, and is missing in a state that was put together of them.
    const { tags = {}, plans = {}, ...rest } = state as Pick<KeyState, 'enabled'> & Partial<KeyState>
    return { state: { ...rest, tags, plans } }
  }

  get makings(): Making[] {
    const mark = this.#of.id.slice(newPrefix.length)
    return [
      {
        operation: 'CreateApiKey',
        list: async () => {
          const keys = await fetchKeysByMark(this.connection, this.#markOf, 'write')
          return [...keys].map(([of, { id, createdMs }]) => ({ id, createdMs, fits: of === mark }))
        },
      },
    ]
  }

  isNow(id: string): void {
    this.#made = id
  }

  async ended(): Promise<void> {
    this.connection.cache.drop(apiKeysScope)
    for (const id of this.#plans) this.connection.cache.drop(planKeysScope(id))
  }
}
