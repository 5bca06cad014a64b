import type { StageTarget, Target } from './plan.schemas.ts'

export const isStageTarget = (target: Target): target is StageTarget => 'stage' in target
