import type { QuotaSettings, ThrottleSettings, UsagePlan } from '@aws-sdk/client-api-gateway'
import { badRequest, notFound } from '../lib/aws-error.ts'
import type { Call } from './call.ts'
import { asDouble } from './double.ts'
import {
  kinds,
  type ApiStageRecord,
  type QuotaRecord,
  type StageRecord,
  type ThrottleRecord,
  type UsagePlanRecord,
} from './records.ts'
import { stageKey } from './stages.ts'

export function findUsagePlan({ unit }: Call, usagePlanId: string | undefined): UsagePlanRecord {
  const plan = unit.get<UsagePlanRecord>(kinds.usagePlan, usagePlanId ?? '')
  if (!plan) throw notFound('Invalid Usage Plan ID specified')
  return plan
}

/** Reads and updates answer `tags: {}` where there are none; creates and lists leave it out (recorded). */
export function usagePlanOutput(
  { apiStages, throttle, quota, tags, ...plan }: UsagePlanRecord,
  withTags: boolean,
): UsagePlan {
  return {
    ...plan,
    apiStages: apiStages.map((stage) => ({ ...stage, throttle: mapOutput(stage.throttle) })),
    throttle: throttle && throttleOutput(throttle),
    quota: quota as QuotaSettings | undefined,
    tags: withTags ? (tags ?? {}) : tags,
  }
}

const throttleOutput = ({ burstLimit = 0, rateLimit = 0 }: ThrottleRecord): ThrottleSettings => ({
  burstLimit,
  rateLimit: asDouble(rateLimit),
})

const mapOutput = (throttle: ApiStageRecord['throttle']) =>
  throttle && Object.fromEntries(Object.entries(throttle).map(([key, limits]) => [key, throttleOutput(limits)]))

/** Beginning of the sentence from a public report (boto3#825). */
export function checkApiStage({ unit }: Call, { apiId, stage }: { apiId?: string; stage?: string }): void {
  if (unit.get<StageRecord>(kinds.stage, stageKey(apiId ?? '', stage ?? ''))) return
  throw notFound(`API Stage not found: ${apiId}:${stage}`)
}

/** Whole plan limits; the sentences are guessed. */
export function checkThrottle(throttle: ThrottleRecord | undefined): void {
  const { burstLimit = 0, rateLimit = 0 } = throttle ?? {}
  if (!(burstLimit >= 0) || !(rateLimit >= 0)) throw badRequest('Usage Plan throttle limits must not be negative')
}

/** The largest offset of each period: how far into its first period a plan may begin (guessed from the docs). */
const largestOffset: Record<string, number> = { DAY: 0, WEEK: 6, MONTH: 27 }

/** Sentences guessed. */
export function checkQuota(quota: QuotaRecord | undefined): void {
  if (!quota) return
  const { limit = 0, offset = 0, period = '' } = quota
  if (!(period in largestOffset)) throw badRequest('Usage Plan quota period must be one of: [DAY, WEEK, MONTH]')
  if (!(limit >= 0)) throw badRequest('Usage Plan quota limit must not be negative')
  if (!(offset >= 0 && offset <= (largestOffset[period] ?? 0))) {
    throw badRequest(`Usage Plan quota offset must be between 0 and ${largestOffset[period]} for the period ${period}`)
  }
}

/** A stage that is gone leaves its plans; one made again under the name isn't in them (reported for terraform). */
export function dropStageFromPlans({ unit }: Call, apiId: string, stageName: string): void {
  for (const plan of unit.list<UsagePlanRecord>(kinds.usagePlan)) {
    const apiStages = plan.apiStages.filter((at) => at.apiId !== apiId || at.stage !== stageName)
    if (apiStages.length < plan.apiStages.length) unit.put(kinds.usagePlan, plan.id, { ...plan, apiStages })
  }
}
