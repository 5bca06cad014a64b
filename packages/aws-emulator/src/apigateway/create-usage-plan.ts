import type { CreateUsagePlanRequest, UsagePlan } from '@aws-sdk/client-api-gateway'
import { badRequest } from '../lib/aws-error.ts'
import { newId, type Call } from './call.ts'
import { kinds, type ApiStageRecord, type UsagePlanRecord } from './records.ts'
import { checkTags } from './tags.ts'
import { checkApiStage, checkQuota, checkThrottle, usagePlanOutput } from './usage-plans.ts'

/** Limits that aren't set are absent; a quota's offset is 0 (recorded). */
export function createUsagePlan(call: Call, input: CreateUsagePlanRequest): UsagePlan {
  // Sentence guessed.
  if (!input.name) throw badRequest('Usage Plan name must be specified')
  checkTags(input.tags ?? {})
  const { throttle, quota } = input
  const plan: UsagePlanRecord = {
    id: newId(call, 6),
    name: input.name,
    description: input.description,
    apiStages: (input.apiStages ?? []).map((stage) => stageIn(call, stage)),
    throttle,
    quota: quota && { limit: quota.limit, offset: quota.offset ?? 0, period: quota.period },
    tags: input.tags && Object.keys(input.tags).length > 0 ? input.tags : undefined,
  }
  checkThrottle(plan.throttle)
  checkQuota(plan.quota)
  call.unit.put(kinds.usagePlan, plan.id, plan)
  return usagePlanOutput(plan, false)
}

type AskedStage = NonNullable<CreateUsagePlanRequest['apiStages']>[number]

function stageIn(call: Call, { apiId = '', stage = '', throttle }: AskedStage): ApiStageRecord {
  checkApiStage(call, { apiId, stage })
  for (const limits of Object.values(throttle ?? {})) checkThrottle(limits)
  return { apiId, stage, throttle: throttle && Object.keys(throttle).length > 0 ? throttle : undefined }
}
