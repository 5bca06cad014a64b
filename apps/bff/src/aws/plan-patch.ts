import type { PatchOperation } from '@aws-sdk/client-api-gateway'
import { isDeepStrictEqual } from 'node:util'
import { offsetProblem, type Throttle } from '@callboard/shared-types/plans/plan-rules'
import { Patch, type Unreachable } from './patch.ts'
import type { PlanConfig } from './plan-config.ts'

/** What one UpdateUsagePlan has to be told, or why it can't be. */
export interface PlanPatch {
  operations: PatchOperation[]
  unreachable: Unreachable[]
}

/**
 * The operations that turn one plan into exactly the other, in one call: AWS takes one every 20 seconds (usage plan facts,
 * 3.2). A method's limits go as the stage's whole map, which is the documented way; by pointers AWS's spelling of the keys
 * isn't certain.
 */
export function planPatch(before: PlanConfig, after: PlanConfig): PlanPatch {
  const patch = new Patch()
  check(patch, after)
  if (patch.unreachable.length > 0) return patch
  if (after.name !== before.name) patch.replace(['name'], after.name)
  if (after.description !== before.description) patch.replace(['description'], after.description ?? '')
  if (after.productCode !== before.productCode) {
    if (after.productCode === undefined) patch.remove(['productCode'])
    else patch.replace(['productCode'], after.productCode)
  }
  patchGroup(patch, 'throttle', before.throttle, after.throttle)
  patchGroup(patch, 'quota', before.quota, after.quota)
  patchStages(patch, before.apiStages, after.apiStages)
  return patch
}

function patchGroup<G extends object>(patch: Patch, name: string, before: G | undefined, after: G | undefined): void {
  if (!after) {
    if (before) patch.remove([name])
    return
  }
  for (const [key, value] of Object.entries(after) as [keyof G & string, string | number][])
    if (before?.[key] !== value) patch.replace([name, key], value)
}

type Stages = PlanConfig['apiStages']

function patchStages(patch: Patch, before: Stages, after: Stages): void {
  for (const stage of Object.keys(before)) if (!Object.hasOwn(after, stage)) patch.raw('remove', '/apiStages', stage)
  for (const [stage, methods] of Object.entries(after)) {
    if (!Object.hasOwn(before, stage)) patch.raw('add', '/apiStages', stage)
    const was = before[stage] ?? {}
    if (isDeepStrictEqual(was, methods)) continue
    const path = ['apiStages', stage, 'throttle']
    if (Object.keys(methods).length === 0) patch.remove(path)
    else patch.replace(path, JSON.stringify(methods))
  }
}

/** What AWS would refuse, or would do otherwise than it says. */
function check(patch: Patch, { name, throttle, quota, apiStages }: PlanConfig): void {
  if (name === '') patch.cannot('name', 'AWS wants a name')
  if (throttle) checkThrottle(patch, 'throttle', throttle)
  for (const [stage, methods] of Object.entries(apiStages))
    for (const [method, limits] of Object.entries(methods)) checkThrottle(patch, `apiStages.${stage}.${method}`, limits)
  if (!quota) return
  if (!Number.isInteger(quota.limit) || quota.limit < 0) patch.cannot('quota.limit', 'It is a whole number of requests')
  const problem = offsetProblem(quota.period, quota.offset)
  if (problem) patch.cannot('quota.offset', problem)
}

function checkThrottle(patch: Patch, field: string, { rateLimit, burstLimit }: Throttle): void {
  if (!Number.isFinite(rateLimit) || rateLimit < 0) patch.cannot(`${field}.rateLimit`, 'It is a number, 0 or more')
  if (!Number.isInteger(burstLimit) || burstLimit < 0)
    patch.cannot(`${field}.burstLimit`, 'It is a whole number, 0 or more')
}
