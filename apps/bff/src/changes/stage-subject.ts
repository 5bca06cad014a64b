import { isStageTarget } from '@callboard/shared-types/changes/target'
import type { StageTarget, Target } from '@callboard/shared-types/changes/plan.schemas'
import { toInstant } from '@callboard/shared-types/lib/instant'
import { stageKey, type StageAddress, type StageRef } from '@callboard/shared-types/lib/stage-ref'
import type { StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import type { AwsConnection } from '../aws/connections.ts'
import { alarmsScope } from '../aws/alarms.reader.ts'
import { deploymentsScope, fetchDeployments } from '../aws/deployments.reader.ts'
import { logGroupsScope } from '../aws/log-groups.reader.ts'
import { readRestApis } from '../aws/rest-apis.reader.ts'
import type { SeenStage } from '../aws/seen-stage.ts'
import { readStageNow, stagesScope } from '../aws/stages.reader.ts'
import { isProduction } from '../lib/config.ts'
import { isAppError } from '../lib/errors.ts'
import type { Draft } from './intent.ts'
import type { Present, Wish } from './wish.ts'
import type { Making } from './making.ts'
import type { End } from './outcome.ts'
import type { OutsideChanges } from './outside-changes.ts'
import type { Path, State } from './rows.ts'
import { partNames, stageParts, type PartStates } from './stage-parts.ts'
import { stageSteps, type StageState } from './stage-steps.ts'
import { unchanged } from './stage-unchanged.ts'
import { ABSENT, isAbsent } from './absent.ts'
import type { Steps, Subject } from './subject.ts'

interface StageSubjectDeps {
  outside: OutsideChanges
  productionStages: string[]
}

/** A stage of a REST API. */
export class StageSubject implements Subject<Present, Draft> {
  readonly connection: AwsConnection
  readonly noun = 'stage'
  readonly #address: StageAddress
  readonly #mayBeAbsent: boolean
  readonly #deps: StageSubjectDeps
  #seen: SeenStage | undefined
  #looked = false
  /** The parts that were asked for: one that isn't in a state is to be empty. */
  #asked: (keyof PartStates)[] = []

  constructor(connection: AwsConnection, address: StageAddress, mayBeAbsent: boolean, deps: StageSubjectDeps) {
    this.connection = connection
    this.#address = address
    this.#mayBeAbsent = mayBeAbsent
    this.#deps = deps
  }

  get lockKey(): string {
    return stageKey(this.#ref)
  }

  get #ref(): StageRef {
    const { accountId, region } = this.connection.config
    const { kind, apiId, stage } = this.#address
    return { accountId, region, kind, apiId, stage }
  }

  async look(): Promise<Present> {
    const { apiId, stage } = this.#address
    this.#seen = await readStageNow(this.connection, apiId, stage).catch((error: unknown) => {
      if (this.#mayBeAbsent && isAppError(error, 'not_found')) return undefined
      throw error
    })
    this.#looked = true
    return { connection: this.connection, address: this.#address, stage: this.#seen ?? absentStage(stage) }
  }

  async target({ stage: seen }: Present): Promise<StageTarget> {
    const { stage, ...ref } = this.#ref
    const api = (await readRestApis(this.connection)).find(({ id }) => id === ref.apiId)
    return {
      connection: this.connection.config.name,
      ...ref,
      apiName: api?.name ?? ref.apiId,
      stage,
      createdAt: isAbsent(seen.config) ? null : toInstant(seen.createdMs),
      production: isProduction(stage, this.#deps.productionStages),
    }
  }

  steps(target: Target, present: Present, draft: Draft): Promise<Steps> {
    if (!isStageTarget(target)) throw new Error('Not a stage')
    return stageSteps(target, present, draft)
  }

  unchanged(path: Path, { sends }: Draft): string[] {
    const [before, after] = [path[0]!, path.at(-1)!]
    if (isAbsent(before) || isAbsent(after)) return []
    return unchanged(before as StageConfig, after as StageConfig, sends)
  }

  async stateOf(present: Present, about: State): Promise<State> {
    const { config } = present.stage
    if (isAbsent(config)) return ABSENT
    const state: StageState = { ...config }
    this.#asked = partNames.filter((name) => name in about)
    for (const name of this.#asked) Object.assign(state, { [name]: await stageParts[name].read(present) })
    const { deployments: known } = about as StageState
    const there = known ? (await this.#listDeployments()).filter(({ id }) => id in known) : []
    if (there.length > 0) state.deployments = Object.fromEntries(there.map(({ id }) => [id, known![id]!]))
    return state
  }

  leadingTo(state: State): Omit<Draft, keyof Wish> {
    if (isAbsent(state)) return { states: [null] }
    const isPart = ([name]: [string, unknown]) => name in stageParts
    const members = Object.entries(state).filter(([name]) => name !== 'deployments')
    const config = Object.fromEntries(members.filter((member) => !isPart(member)))
    const empty = Object.fromEntries(this.#asked.map((name) => [name, {}]))
    return { states: [config as StageConfig], parts: { ...empty, ...Object.fromEntries(members.filter(isPart)) } }
  }

  get makings(): Making[] {
    return [
      {
        operation: 'CreateDeployment',
        list: async ({ input }) =>
          (await this.#listDeployments()).map(({ id, createdMs, description }) => ({
            id,
            createdMs,
            fits: description === input['description'],
          })),
      },
    ]
  }

  async ending(changeId: string, end: End): Promise<void> {
    // What went through of a change that was cut short may not have been looked at.
    if (end.status === 'partly_done') await this.look().catch(() => (this.#looked = false))
    if (this.#looked) await this.#deps.outside.expect(this.connection, this.#ref, this.#seen, changeId)
  }

  async ended(): Promise<void> {
    const { apiId } = this.#address
    this.connection.cache.drop(stagesScope(apiId))
    this.connection.cache.drop(deploymentsScope(apiId))
    this.connection.cache.drop(alarmsScope)
    this.connection.cache.drop(logGroupsScope)
    this.connection.written.add(apiId)
  }

  #listDeployments() {
    return fetchDeployments(this.connection, this.#address.apiId, 'write')
  }
}

const absentStage = (name: string): SeenStage => ({
  name,
  config: ABSENT as StageConfig,
  createdMs: 0,
  updatedMs: 0,
  cacheClusterStatus: 'NOT_AVAILABLE',
  tags: {},
})
