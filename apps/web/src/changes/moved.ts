import type { Plan } from '@callboard/shared-types/changes/plan.schemas'

export interface Moved {
  field: string
  label: string
  before: string | null
  after: string | null
}

/** Fields that are no longer as the person saw them. Fields only one of the plans reads don't count. */
export function movedBetween(seen: Plan, present: Plan): Moved[] {
  const now = new Map(present.seen.map(({ field, value }) => [field, value]))
  const labels = new Map([...seen.changes, ...present.changes].map(({ field, label }) => [field, label]))
  return seen.seen.flatMap(({ field, value }) => {
    const after = now.get(field)
    if (after === undefined || after === value) return []
    return { field, label: labels.get(field) ?? field, before: value, after }
  })
}
