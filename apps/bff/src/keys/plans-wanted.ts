import { mostPlans } from '@callboard/shared-types/keys/keys.schemas'
import type { SeenPlan } from '../aws/usage-plans.reader.ts'
import type { Wish } from '../changes/wish.ts'
import { listNames } from '../lib/list-names.ts'

/** Why a key can't be in these plans together, in words, or undefined. AWS has a key in one plan of a stage only. */
export function planRefusal(plans: SeenPlan[], wanted: string[]): Wish['blocked'] {
  const chosen = wanted.map((id) => plans.find((plan) => plan.id === id))
  const unknown = wanted.filter((_, n) => !chosen[n])
  if (unknown.length > 0) return refused('unknown_plan', `There is no usage plan ${listNames(unknown)}`, unknown)
  if (wanted.length > mostPlans)
    return refused('too_many_plans', `AWS has a key in at most ${mostPlans} usage plans`, wanted)
  for (const [n, plan] of chosen.entries())
    for (const other of chosen.slice(n + 1)) {
      const shared = Object.keys(plan!.config.apiStages).find((stage) => stage in other!.config.apiStages)
      if (shared)
        return refused(
          'two_plans_of_a_stage',
          `${plan!.config.name} and ${other!.config.name} both have the stage ${shared}: AWS has a key in one plan of a stage only`,
          [plan!.id, other!.id],
        )
    }
  return undefined
}

const refused = (rule: string, reason: string, planIds: string[]): Wish['blocked'] => ({
  rule,
  reason,
  fields: planIds.map((id) => `plans.${id}`),
})

/** Plans are known by their names. */
export const planNotes =
  (plans: SeenPlan[]): Wish['notes'] =>
  (field) =>
    plans.find(({ id }) => field === `plans.${id}`)?.config.name
