import { badRequest } from '../lib/aws-error.ts'
import type { CanaryRecord, StageRecord } from './records.ts'

/** 0.0 to 100.0 is documented; the sentence is guessed. */
export function checkPercent(percent: number): void {
  if (!(percent >= 0 && percent <= 100)) {
    throw badRequest('Invalid canary percentTraffic specified. Must be a number between 0.0 and 100.0')
  }
}

/** The stage's canary, made on its present deployment with 0 % where there is none (recorded). */
export function canaryOf(stage: StageRecord): CanaryRecord {
  stage.canarySettings ??= { deploymentId: stage.deploymentId, percentTraffic: 0, useStageCache: false }
  return stage.canarySettings
}
