import type { CreateStageRequest, Stage } from '@aws-sdk/client-api-gateway'
import { conflict, validationError } from '../lib/aws-error.ts'
import { cacheSizes } from './cache-sizes.ts'
import type { Call } from './call.ts'
import { checkPercent } from './canary.ts'
import { checkDeploymentExists } from './deployments.ts'
import { kinds, type CanaryRecord } from './records.ts'
import { findRestApi } from './rest-apis.ts'
import { checkVariables } from './stage-variables.ts'
import { checkStageName, newStage, putStage, stageKey, stageOutput } from './stages.ts'

export function createStage(call: Call, input: CreateStageRequest): Stage {
  const api = findRestApi(call, input.restApiId)
  const stageName = checkStageName(input.stageName)
  checkSize(input.cacheClusterSize)
  checkVariables(input.variables ?? {})
  if (call.unit.get(kinds.stage, stageKey(api.id, stageName))) throw conflict('Stage already exists')
  checkDeploymentExists(call, api.id, input.deploymentId)
  const { description, documentationVersion, variables, tracingEnabled, cacheClusterEnabled, cacheClusterSize, tags } =
    input
  const asked = { description, documentationVersion, variables, tracingEnabled, cacheClusterEnabled, cacheClusterSize }
  const address = { apiId: api.id, stageName, deploymentId: input.deploymentId ?? '' }
  const canarySettings = input.canarySettings && canaryFrom(call, api.id, input.canarySettings)
  return stageOutput(putStage(call, newStage(call, address, { ...asked, canarySettings, tags })), call.now)
}

/** Defaults recorded: `useStageCache` false, percent as a double. */
function canaryFrom(call: Call, apiId: string, asked: NonNullable<CreateStageRequest['canarySettings']>): CanaryRecord {
  checkDeploymentExists(call, apiId, asked.deploymentId)
  checkPercent(asked.percentTraffic ?? 0)
  checkVariables(asked.stageVariableOverrides ?? {})
  return {
    deploymentId: asked.deploymentId ?? '',
    percentTraffic: asked.percentTraffic ?? 0,
    useStageCache: asked.useStageCache ?? false,
    stageVariableOverrides: asked.stageVariableOverrides,
  }
}

/** The framework's check of an enum member (form recorded elsewhere). */
function checkSize(size: string | undefined): void {
  if (size === undefined || cacheSizes.includes(size)) return
  throw validationError([
    `Value '${size}' at 'createStageInput.cacheClusterSize' failed to satisfy constraint: ` +
      `Member must satisfy enum value set: [${cacheSizes.join(', ')}]`,
  ])
}
