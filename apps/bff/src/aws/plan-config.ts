import type { UsagePlan } from '@aws-sdk/client-api-gateway'
import type { Quota, Throttle } from '@callboard/shared-types/plans/plan-rules'

/** All of a usage plan that a person can set, but for its keys and tags, which are calls of their own. */
export interface PlanConfig {
  name: string
  description?: string
  /** AWS Marketplace's. */
  productCode?: string
  /** Of each key over all methods that have no limit of their own. */
  throttle?: Throttle
  quota?: Quota
  /** By `apiId:stage`, as AWS writes it: the limits of single methods, by AWS's key, such as `/pets/GET`. */
  apiStages: Record<string, Record<string, Throttle>>
}

/** AWS's name of a stage in a plan. */
export const planStageKey = (apiId: string, stage: string): string => `${apiId}:${stage}`

export function planStageOf(key: string): { apiId: string; stage: string } {
  const cut = key.indexOf(':')
  return { apiId: key.slice(0, cut), stage: key.slice(cut + 1) }
}

/** AWS's key of a method in a plan: `/pets/GET`, and `//GET` for the root's (usage plan facts, 3.1). */
export const planMethodKey = (path: string, method: string): string => `${path}/${method}`

export function planMethodOf(key: string): { path: string; method: string } {
  const cut = key.lastIndexOf('/')
  return { path: key.slice(0, cut) || '/', method: key.slice(cut + 1) }
}

/** A plan in normal form: what isn't set is absent, a limit that is half set has 0 for the other half, as AWS shows it. */
export function planConfigOf(plan: UsagePlan): PlanConfig {
  const { name = '', description, productCode, throttle, quota, apiStages = [] } = plan
  return {
    name,
    ...(description && { description }),
    ...(productCode && { productCode }),
    ...(throttle && { throttle: throttleOf(throttle) }),
    ...(quota && {
      quota: { limit: quota.limit ?? 0, period: quota.period ?? 'DAY', offset: quota.offset ?? 0 },
    }),
    apiStages: Object.fromEntries(
      apiStages.map(({ apiId = '', stage = '', throttle: methods = {} }) => [
        planStageKey(apiId, stage),
        Object.fromEntries(Object.entries(methods).map(([key, limits]) => [key, throttleOf(limits)])),
      ]),
    ),
  }
}

const throttleOf = ({ rateLimit = 0, burstLimit = 0 }: Partial<Throttle>): Throttle => ({ rateLimit, burstLimit })
