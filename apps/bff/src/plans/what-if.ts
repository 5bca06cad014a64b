import { toInstant } from '@callboard/shared-types/lib/instant'
import type { Quota } from '@callboard/shared-types/plans/plan-rules'
import type { WhatIf, WhatIfKey } from '@callboard/shared-types/plans/what-if.schemas'
import { readApiKeys } from '../aws/api-keys.reader.ts'
import { readLog } from '../aws/logged-calls.reader.ts'
import { planStageOf } from '../aws/plan-config.ts'
import { accessDestination } from '../aws/stage-log-groups.ts'
import { readStage } from '../aws/stages.reader.ts'
import { readPlanKeyIds, readUsagePlan } from '../aws/usage-plans.reader.ts'
import type { Ctx } from '../lib/context.ts'
import { callReader, neededVariables } from './read-calls.ts'
import { replay, type LoggedCall, type Verdict } from './replay.ts'
import { usedBefore } from './used-before.ts'

interface Input {
  connection: string
  planId: string
  at: string
  hours: number
  rateLimit?: number | undefined
  burstLimit?: number | undefined
  quotaLimit?: number | undefined
  quotaPeriod: Quota['period']
  quotaOffset: number
}

const hourMs = 3_600_000
const minuteMs = 60_000

/** Whom other limits would have refused: a stage's access log of the last hours, call by call. @throws not_found */
export async function whatIf(ctx: Ctx, input: Input): Promise<WhatIf> {
  const connection = ctx.connections.get(input.connection)
  // By ten minutes, so that everyone who tries shares one reading of the log.
  const toMs = Math.floor(ctx.clocks.worldMs() / (10 * minuteMs)) * 10 * minuteMs
  const fromMs = toMs - input.hours * hourMs
  const plan = await readUsagePlan(connection, input.planId)
  const { apiId, stage } = planStageOf(input.at)
  const { config } = await readStage(connection, apiId, stage)
  const nothing = (unknown: string): WhatIf => ({
    unknown,
    complete: false,
    calls: 0,
    refused: 0,
    byHour: [],
    keys: [],
    from: toInstant(fromMs),
    to: toInstant(toMs),
    asOf: toInstant(ctx.clocks.worldMs()),
  })
  const log = accessDestination(config)
  if (log.kind !== 'group')
    return nothing(
      log.kind === 'off'
        ? `${stage} has no access log: without one nobody knows single calls`
        : `The access log of ${stage} goes to a Firehose stream, which can’t be read back`,
    )
  const read = callReader(config.accessLogSettings?.format ?? '')
  if (!read)
    return nothing(
      `The access log’s format lacks one of ${neededVariables.map((name) => `$context.${name}`).join(', ')}`,
    )
  const found = await readLog(connection, { group: log.name, fromMs, toMs }, config.accessLogSettings!.format!, read)
  if (!found) return nothing(`There is no log group ${log.name} yet`)

  const inPlan = new Set(await readPlanKeyIds(connection, plan.id))
  const calls = found.taken.filter(({ keyId }) => inPlan.has(keyId))
  const quota = quotaOf(input)
  const limits = {
    throttle: throttleOf(input),
    quota,
    methods: plan.config.apiStages[input.at] ?? {},
  }
  const before = quota ? await usedBefore(ctx, connection, plan.id, quota, fromMs) : new Map<string, number>()
  const verdicts = replay(calls, limits, before)
  const names = new Map((await readApiKeys(connection)).map(({ id, name }) => [id, name]))
  return {
    unknown: null,
    from: toInstant(fromMs),
    to: toInstant(found.untilMs),
    complete: found.complete,
    calls: calls.length,
    refused: verdicts.filter((verdict) => verdict !== 'passes').length,
    byHour: byHour(calls, verdicts, fromMs, input.hours),
    keys: keysOf(calls, verdicts, names),
    asOf: toInstant(ctx.clocks.worldMs()),
  }
}

const throttleOf = ({ rateLimit, burstLimit }: Input) =>
  rateLimit === undefined || burstLimit === undefined ? null : { rateLimit, burstLimit }

const quotaOf = ({ quotaLimit, quotaPeriod, quotaOffset }: Input): Quota | null =>
  quotaLimit === undefined ? null : { limit: quotaLimit, period: quotaPeriod, offset: quotaOffset }

function byHour(calls: LoggedCall[], verdicts: Verdict[], fromMs: number, hours: number): number[] {
  const counts = Array.from({ length: hours }, () => 0)
  for (const [n, { atMs }] of calls.entries())
    if (verdicts[n] !== 'passes') counts[Math.min(hours - 1, Math.floor((atMs - fromMs) / hourMs))]!++
  return counts
}

function keysOf(calls: LoggedCall[], verdicts: Verdict[], names: Map<string, string>): WhatIfKey[] {
  const keys = new Map<string, WhatIfKey>()
  for (const [n, { keyId, atMs }] of calls.entries()) {
    const key = keys.get(keyId) ?? newKey(keyId, names.get(keyId) ?? '')
    keys.set(keyId, key)
    key.calls++
    const verdict = verdicts[n]
    if (verdict === 'passes') continue
    if (verdict === 'throttled') key.throttled++
    else key.overQuota++
    key.firstRefusedAt ??= toInstant(atMs)
    key.lastRefusedAt = toInstant(atMs)
  }
  const refused = (key: WhatIfKey) => key.throttled + key.overQuota
  return [...keys.values()].toSorted((a, b) => refused(b) - refused(a) || b.calls - a.calls)
}

const newKey = (keyId: string, name: string): WhatIfKey => ({
  keyId,
  name,
  calls: 0,
  throttled: 0,
  overQuota: 0,
  firstRefusedAt: null,
  lastRefusedAt: null,
})
