import type { AwsOperation } from '@callboard/shared-types/changes/plan.schemas'
import type { Throttle } from '@callboard/shared-types/plans/plan-rules'
import type { AwsConnection } from '../aws/connections.ts'
import type { PlanConfig } from '../aws/plan-config.ts'
import type { SeenPlan } from '../aws/usage-plans.reader.ts'
import type { Wish } from './wish.ts'

/** A plan and its tags. A stage in it is a branch of its own, so that one without limits of methods shows as well. */
export interface PlanState extends Omit<PlanConfig, 'apiStages'> {
  stages: Record<string, { attached: true; methods: Record<string, Throttle> }>
  tags: Record<string, string>
}

/** What a verb about a plan is given to think with. */
export interface PlanPresent {
  connection: AwsConnection
  /** Undefined where it isn't there. */
  plan: SeenPlan | undefined
  /** ABSENT where it isn't there. */
  state: PlanState
}

/** What a verb wants of a plan. */
export interface PlanDraft extends Wish {
  /** Null: the plan gone. */
  state: PlanState | null
  /** Operations that leave nothing on the plan to be seen by, such as setting what is left of a quota. */
  sends?: AwsOperation[]
}

export function planState({ config: { apiStages, ...config }, tags }: SeenPlan): PlanState {
  const stages = Object.entries(apiStages).map(([key, methods]) => [key, { attached: true as const, methods }])
  return { ...config, stages: Object.fromEntries(stages) as PlanState['stages'], tags }
}

export function planConfig({ stages, tags: _, ...config }: PlanState): PlanConfig {
  return { ...config, apiStages: Object.fromEntries(Object.entries(stages).map(([key, of]) => [key, of.methods])) }
}
