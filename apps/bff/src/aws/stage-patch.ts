import type { PatchOperation } from '@aws-sdk/client-api-gateway'
import type { StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import { accessLogPatch, cachePatch, methodSettingsPatch, variablesPatch } from './stage-patch-parts.ts'
import { deploymentPatch } from './stage-patch-deployment.ts'
import { Patch, type Unreachable } from './patch.ts'

export interface StagePatch {
  operations: PatchOperation[]
  /** Fields that no patch can bring to where they should be; where there is one, nothing may be sent. */
  unreachable: Unreachable[]
}

/**
 * What UpdateStage has to be sent to turn one config into another: the only place that knows API Gateway's patch
 * language for stages (paths and their allowed operations: control-plane-rest 1.3, canary 2.1 and 2.2).
 *
 * Both configs are in normal form and of one API. If nothing is unreachable, the operations in one call turn `before`
 * into exactly `after`.
 */
export function stagePatch(before: StageConfig, after: StageConfig): StagePatch {
  const patch = new Patch()
  deploymentPatch(patch, before, after)
  clearable(patch, 'description', before, after)
  clearable(patch, 'clientCertificateId', before, after)
  documentationVersion(patch, before, after)
  if (before.tracingEnabled !== after.tracingEnabled) patch.replace(['tracingEnabled'], after.tracingEnabled)
  variablesPatch(patch, ['variables'], before.variables, after.variables)
  cachePatch(patch, before, after)
  accessLogPatch(patch, before.accessLogSettings, after.accessLogSettings)
  methodSettingsPatch(patch, before.methodSettings, after.methodSettings)
  return { operations: patch.operations, unreachable: patch.unreachable }
}

// Guessed: replacing with an empty value clears it. Terraform's AWS provider sends that for both fields.
function clearable(
  patch: Patch,
  field: 'description' | 'clientCertificateId',
  before: StageConfig,
  after: StageConfig,
) {
  if (before[field] !== after[field]) patch.replace([field], after[field] ?? '')
}

function documentationVersion(patch: Patch, before: StageConfig, after: StageConfig) {
  if (before.documentationVersion === after.documentationVersion) return
  if (after.documentationVersion) patch.replace(['documentationVersion'], after.documentationVersion)
  else patch.cannot('documentationVersion', 'AWS can replace a documentation version but not take it off a stage')
}
