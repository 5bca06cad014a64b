import type { CanarySettings, StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import type { Patch } from './patch.ts'
import { variablesPatch } from './stage-patch-parts.ts'

const canaryPath = ['canarySettings']
const overridesPath = ['canarySettings', 'stageVariableOverrides']
const canaryDeploymentPath = ['canarySettings', 'deploymentId']

/**
 * The deployment a stage points at, and its canary. They go together: AWS moves a base under a canary that stays only by
 * `copy` from the canary, so any other move takes the canary off, moves the base and puts the canary back in one call.
 */
export function deploymentPatch(patch: Patch, before: StageConfig, after: StageConfig): void {
  const moves = before.deploymentId !== after.deploymentId
  if (moves && !after.deploymentId)
    return patch.cannot('deploymentId', 'AWS can point a stage at another deployment but not at none')
  const canary = after.canarySettings

  if (!moves) return canaryPatch(patch, before.canarySettings, canary)
  if (before.canarySettings && canary) {
    if (after.deploymentId === before.canarySettings.deploymentId) {
      patch.copy(canaryDeploymentPath, ['deploymentId'])
      return canaryPatch(patch, before.canarySettings, canary)
    }
    if (after.deploymentId === canary.deploymentId) {
      patch.replace(canaryDeploymentPath, canary.deploymentId)
      patch.copy(canaryDeploymentPath, ['deploymentId'])
      return canaryPatch(patch, { ...before.canarySettings, deploymentId: canary.deploymentId }, canary)
    }
  }
  if (before.canarySettings) patch.remove(canaryPath)
  patch.replace(['deploymentId'], after.deploymentId!)
  canaryPatch(patch, undefined, canary)
}

function canaryPatch(patch: Patch, before: CanarySettings | undefined, after: CanarySettings | undefined): void {
  if (!after) {
    if (before) patch.remove(canaryPath)
    return
  }
  // Recorded: the first replace of a canary's deploymentId makes the canary, with 0 % and its own cache.
  const present = before ?? { percentTraffic: 0, useStageCache: false, deploymentId: undefined }
  if (present.deploymentId !== after.deploymentId) patch.replace(canaryDeploymentPath, after.deploymentId)
  if (!(after.percentTraffic >= 0 && after.percentTraffic <= 100))
    patch.cannot('canarySettings.percentTraffic', 'a share of traffic is from 0 to 100 %')
  else if (present.percentTraffic !== after.percentTraffic)
    patch.replace(['canarySettings', 'percentTraffic'], after.percentTraffic)
  if (present.useStageCache !== after.useStageCache)
    patch.replace(['canarySettings', 'useStageCache'], after.useStageCache)
  variablesPatch(patch, overridesPath, before?.stageVariableOverrides, after.stageVariableOverrides)
}
