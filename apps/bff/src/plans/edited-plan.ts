import type { PlanEdits } from '@callboard/shared-types/plans/plans.schemas'
import type { PlanState } from '../changes/usage-plan-draft.ts'

type Stage = PlanState['stages'][string]

/** The plan with the edits laid over it. */
export function edited(state: PlanState, edits: PlanEdits): PlanState {
  const { name, description, throttle, quota, stages: _, ...rest } = state
  const newDescription = edits.description ?? description
  const newThrottle = edits.throttle === undefined ? throttle : edits.throttle
  const newQuota = edits.quota === undefined ? quota : edits.quota
  return {
    ...rest,
    name: edits.name ?? name,
    ...(newDescription && { description: newDescription }),
    ...(newThrottle && { throttle: newThrottle }),
    ...(newQuota && { quota: newQuota }),
    stages: editedStages(state.stages, edits),
  }
}

function editedStages(stages: PlanState['stages'], { addStages, removeStages, methods }: PlanEdits) {
  const kept = Object.entries(stages).filter(([key]) => !removeStages.includes(key as (typeof removeStages)[number]))
  const added = addStages
    .filter((key) => !(key in stages))
    .map((key): [string, Stage] => [key, { attached: true, methods: {} }])
  return Object.fromEntries(
    [...kept, ...added].map(([key, stage]): [string, Stage] => {
      const limits = Object.entries({ ...stage.methods, ...methods[key as keyof typeof methods] })
      return [key, { attached: true, methods: Object.fromEntries(limits.filter(isSet)) }]
    }),
  )
}

type Limit = Stage['methods'][string]

const isSet = (entry: [string, Limit | null]): entry is [string, Limit] => entry[1] !== null
