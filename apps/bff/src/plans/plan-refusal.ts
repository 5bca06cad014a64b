import {
  burstProblem,
  mostMethodLimits,
  offsetProblem,
  quotaLimitProblem,
  rateProblem,
  type Throttle,
} from '@callboard/shared-types/plans/plan-rules'
import type { AwsConnection } from '../aws/connections.ts'
import { planMethodOf, planStageOf } from '../aws/plan-config.ts'
import { readMembers } from '../aws/plan-members.reader.ts'
import { readStages } from '../aws/stages.reader.ts'
import type { PlanState } from '../changes/usage-plan-draft.ts'
import type { Wish } from '../changes/wish.ts'
import { isAppError } from '../lib/errors.ts'

/** Why a plan shouldn't become so, or AWS wouldn't take it, said before it's sent. */
export async function planRefusal(
  connection: AwsConnection,
  id: string | undefined,
  before: Partial<PlanState>,
  after: PlanState,
): Promise<Wish['blocked']> {
  const problem = limitProblem(before, after)
  if (problem) return { rule: 'limits', reason: problem.reason, fields: [problem.field] }
  const added = Object.keys(after.stages).filter((key) => !(key in (before.stages ?? {})))
  for (const key of added) {
    const { apiId, stage } = planStageOf(key)
    if (!(await isThere(connection, apiId, stage)))
      return {
        rule: 'unknown_stage',
        reason: `There is no stage ${stage} of the API ${apiId}`,
        fields: [`stages.${key}`],
      }
  }
  return id === undefined || added.length === 0 ? undefined : keyInTwo(connection, id, added)
}

/** Only of what is to change: a plan that AWS has so already may stay so. */
function limitProblem(before: Partial<PlanState>, { name, throttle, quota, stages }: PlanState) {
  const first = (field: string, limit: Throttle | undefined, was: Throttle | undefined) => {
    if (!limit || (was && was.rateLimit === limit.rateLimit && was.burstLimit === limit.burstLimit)) return null
    const reason = rateProblem(limit.rateLimit) ?? burstProblem(limit.burstLimit)
    return reason ? { field, reason } : null
  }
  if (!name) return { field: 'name', reason: 'Give it a name: keys are put into it by that' }
  const own = first('throttle', throttle, before.throttle)
  if (own) return own
  for (const [key, { methods }] of Object.entries(stages)) {
    if (Object.keys(methods).length > mostMethodLimits)
      return { field: `stages.${key}`, reason: `AWS takes limits of at most ${mostMethodLimits} methods of a stage` }
    for (const [of, limit] of Object.entries(methods)) {
      const problem = first(`stages.${key}.methods.${of}`, limit, before.stages?.[key]?.methods[of])
      const { method, path } = planMethodOf(of)
      if (problem) return { ...problem, reason: `${method} ${path}: ${problem.reason}` }
    }
  }
  if (!quota) return null
  const reason = quotaLimitProblem(quota.limit) ?? offsetProblem(quota.period, quota.offset)
  return reason ? { field: 'quota', reason } : null
}

async function isThere(connection: AwsConnection, apiId: string, stage: string): Promise<boolean> {
  try {
    return (await readStages(connection, apiId, 'write')).some(({ name }) => name === stage)
  } catch (error) {
    if (isAppError(error, 'not_found')) return false
    throw error
  }
}

/** AWS has a key in one plan of a stage only: a stage can't come into a plan whose keys reach it by another. */
async function keyInTwo(connection: AwsConnection, id: string, added: string[]): Promise<Wish['blocked']> {
  const members = await readMembers(connection, new Promise(() => {}))
  const own = new Set(members.keysOf(id))
  for (const other of members.plans) {
    const stage = added.find((key) => other.id !== id && key in other.config.apiStages)
    const shared = stage === undefined ? [] : (members.keysOf(other.id) ?? []).filter((key) => own.has(key))
    if (shared.length === 0) continue
    return {
      rule: 'two_plans_of_a_stage',
      reason: `${shared.length} of its keys reach ${stage} by ${other.config.name} already: AWS has a key in one plan of a stage only`,
      fields: [`stages.${stage}`],
    }
  }
  return undefined
}
