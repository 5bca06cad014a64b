import type { PlanQuota as Quota, PlanRow, PlanThrottle as Throttle } from '@callboard/shared-types/plans/plans.schemas'

type StageKey = `${string}:${string}`

/** What was edited of a plan and isn't sent yet, laid over the plan as it is; null takes a limit away. */
export interface PlanEdits {
  name?: string
  description?: string
  throttle?: Throttle | null
  quota?: Quota | null
  addStages: StageKey[]
  removeStages: StageKey[]
  methods: Record<StageKey, Record<string, Throttle | null>>
}

export const noPlanEdits: PlanEdits = { addStages: [], removeStages: [], methods: {} }

export const stageKeyOf = ({ apiId, stage }: { apiId: string; stage: string }): StageKey => `${apiId}:${stage}`

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** Sets a field; one that is back at what is in force is no edit. */
export function editPlan<F extends 'name' | 'description' | 'throttle' | 'quota'>(
  edits: PlanEdits,
  plan: PlanRow,
  field: F,
  value: PlanEdits[F],
): PlanEdits {
  const next: PlanEdits = { ...edits, [field]: value }
  if (same(plan[field], value)) delete next[field]
  return next
}

/** Adds a stage or takes it away; twice is nothing. */
export function toggleStage(edits: PlanEdits, plan: PlanRow, key: StageKey): PlanEdits {
  const there = plan.stages.some((stage) => stageKeyOf(stage) === key)
  const list = there ? 'removeStages' : 'addStages'
  const next = edits[list].includes(key) ? edits[list].filter((of) => of !== key) : [...edits[list], key]
  return { ...edits, [list]: next }
}

/** @param before what the plan limits the method to, or null */
export function editMethod(
  edits: PlanEdits,
  stage: StageKey,
  method: string,
  before: Throttle | null,
  value: Throttle | null,
): PlanEdits {
  const { [method]: _, ...others } = edits.methods[stage] ?? {}
  const limits = same(before, value) ? others : { ...others, [method]: value }
  const { [stage]: __, ...stages } = edits.methods
  return { ...edits, methods: Object.keys(limits).length > 0 ? { ...stages, [stage]: limits } : stages }
}

export function countPlanEdits({ addStages, removeStages, methods, ...fields }: PlanEdits): number {
  const limits = Object.values(methods).reduce((sum, of) => sum + Object.keys(of).length, 0)
  return Object.keys(fields).length + addStages.length + removeStages.length + limits
}
