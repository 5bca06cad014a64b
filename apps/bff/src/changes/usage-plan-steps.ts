import type { AwsOperation } from '@callboard/shared-types/changes/plan.schemas'
import type { Unreachable } from '../aws/patch.ts'
import { planStageOf } from '../aws/plan-config.ts'
import { planPatch } from '../aws/plan-patch.ts'
import { usagePlanArn } from '../aws/tag-patch.ts'
import { accountOperation } from './operations.ts'
import { placeholders } from './placeholders.ts'
import type { Path } from './rows.ts'
import { ABSENT, isAbsent } from './absent.ts'
import type { Steps } from './subject.ts'
import { planConfig, type PlanDraft, type PlanState } from './usage-plan-draft.ts'
import { tagSteps } from './tag-steps.ts'

/** @param id undefined where there is no plan yet */
export function usagePlanSteps(
  region: string,
  id: string | undefined,
  present: PlanState,
  { state: wanted, sends = [] }: PlanDraft,
): Steps {
  const operations: AwsOperation[] = []
  const unreachable: Unreachable[] = []
  const path: Path = [present]
  const usagePlanId = id ?? placeholders.CreateUsagePlan
  const add = (operation: AwsOperation, after: object) => {
    operations.push(operation)
    path.push(after)
  }
  const lead = (from: PlanState, to: PlanState) => {
    const patch = planPatch(planConfig(from), planConfig(to))
    unreachable.push(...patch.unreachable)
    const after = { ...to, tags: from.tags }
    if (patch.operations.length > 0)
      add(accountOperation('UpdateUsagePlan', { usagePlanId, patchOperations: patch.operations }), after)
    return after
  }
  if (wanted === null) {
    if (!id) return { path, operations, unreachable }
    // AWS doesn't delete a plan that has stages.
    if (Object.keys(present.stages).length > 0) lead(present, { ...present, stages: {} })
    add(accountOperation('DeleteUsagePlan', { usagePlanId: id }), ABSENT)
    return { path, operations, unreachable }
  }
  let now = present
  if (isAbsent(present)) {
    const { productCode: _, ...made } = wanted
    unreachable.push(...planPatch({ name: wanted.name, apiStages: {} }, planConfig(wanted)).unreachable)
    now = made
    add(createPlan(made), made)
  }
  now = lead(now, wanted)
  for (const { operation, after } of tagSteps(usagePlanArn(region, usagePlanId), now.tags, wanted.tags)) {
    now = { ...now, tags: after }
    add(operation, now)
  }
  for (const operation of sends) add(operation, now)
  return { path, operations, unreachable }
}

function createPlan({ name, description, throttle, quota, stages, tags }: PlanState): AwsOperation {
  const apiStages = Object.entries(stages).map(([key, { methods }]) => ({
    ...planStageOf(key),
    ...(Object.keys(methods).length > 0 && { throttle: methods }),
  }))
  return accountOperation('CreateUsagePlan', {
    name,
    ...(description && { description }),
    ...(throttle && { throttle }),
    ...(quota && { quota }),
    ...(apiStages.length > 0 && { apiStages }),
    ...(Object.keys(tags).length > 0 && { tags }),
  })
}
