import type { Throttle } from './plan-rules.ts'

/** Where a limit is set, in the order in which the gateway asks them (usage plan facts, 3.3). */
export const limitLevels = ['plan_method', 'plan', 'stage_method', 'stage', 'account'] as const
export type LimitLevel = (typeof limitLevels)[number]

export interface Limits {
  /** The plan's of this method alone, which stands for the plan's own. */
  planMethod?: Throttle | null
  plan?: Throttle | null
  /** The stage's of this method alone, which stands for the stage's default. */
  stageMethod?: Throttle | null
  stage?: Throttle | null
  account?: Throttle | null
}

export interface LimitStep {
  level: LimitLevel
  limit: Throttle
  /** One bucket for each key, or one for all callers together. */
  each: 'key' | 'all'
}

export interface EffectiveLimit {
  /** What a request passes, in the gateway's order; a level without a limit isn't there. */
  steps: LimitStep[]
  /** The lowest rate and who sets it; null where nothing limits. Of equal ones the first that is asked. */
  rate: { value: number; level: LimitLevel } | null
  burst: { value: number; level: LimitLevel } | null
}

/** How AWS marks a limit of a stage that is switched off. */
const isOn = (limit: Throttle | null | undefined): limit is Throttle =>
  limit !== null && limit !== undefined && limit.rateLimit >= 0 && limit.burstLimit >= 0

/** What a key can call of a method at the most: account, stage, method and plan together, with the one that binds named. */
export function effectiveLimit({ planMethod, plan, stageMethod, stage, account }: Limits): EffectiveLimit {
  const of = (level: LimitLevel, limit: Throttle | null | undefined, each: LimitStep['each']): LimitStep[] =>
    isOn(limit) ? [{ level, limit, each }] : []
  const steps = [
    ...(planMethod ? of('plan_method', planMethod, 'key') : of('plan', plan, 'key')),
    ...(stageMethod ? of('stage_method', stageMethod, 'all') : of('stage', stage, 'all')),
    ...of('account', account, 'all'),
  ]
  return { steps, rate: lowest(steps, 'rateLimit'), burst: lowest(steps, 'burstLimit') }
}

function lowest(steps: LimitStep[], name: keyof Throttle) {
  let found: { value: number; level: LimitLevel } | null = null
  for (const { level, limit } of steps) if (!found || limit[name] < found.value) found = { value: limit[name], level }
  return found
}
