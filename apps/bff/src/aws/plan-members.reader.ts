import { AppError } from '../lib/errors.ts'
import type { AwsConnection } from './connections.ts'
import { readPlanKeyIds, readUsagePlans, type SeenPlan } from './usage-plans.reader.ts'

/** Which keys are in which plans, as far as it's known. */
export interface Members {
  plans: SeenPlan[]
  /** How many plans' keys aren't known yet. */
  pending: number
  plansOf(keyId: string): string[]
  /** Undefined where they aren't known yet. */
  keysOf(planId: string): string[] | undefined
}

/** AWS doesn't say of a key which plans it's in: each plan is asked for its keys, no longer than `late` waits. */
export async function readMembers(connection: AwsConnection, late: Promise<unknown>): Promise<Members> {
  const plans = await readUsagePlans(connection)
  const known = new Map<string, string[]>()
  const reading = plans.map(async ({ id }) => {
    try {
      known.set(id, await readPlanKeyIds(connection, id))
    } catch (error) {
      // A plan that can't be read stays pending: the next look asks again.
      if (!(error instanceof AppError)) throw error
    }
  })
  await Promise.race([Promise.all(reading), late])
  const byKey = new Map<string, string[]>()
  for (const [planId, keyIds] of known)
    for (const keyId of keyIds) byKey.set(keyId, [...(byKey.get(keyId) ?? []), planId])
  return {
    plans,
    pending: plans.length - known.size,
    plansOf: (keyId) => byKey.get(keyId) ?? [],
    keysOf: (planId) => known.get(planId),
  }
}
