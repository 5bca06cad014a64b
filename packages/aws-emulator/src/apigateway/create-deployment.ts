import type { CreateDeploymentRequest, Deployment, DeploymentCanarySettings } from '@aws-sdk/client-api-gateway'
import { badRequest } from '../lib/aws-error.ts'
import { epochSeconds } from '../lib/clock.ts'
import { newId, type Call } from './call.ts'
import { checkPercent } from './canary.ts'
import { definitionOf } from './definition.ts'
import { deploymentKey, deploymentOutput } from './deployments.ts'
import { kinds, type DeploymentRecord, type ResourceRecord, type StageRecord } from './records.ts'
import { findRestApi } from './rest-apis.ts'
import { changeCache, checkStageName, newStage, putStage, stageKey } from './stages.ts'
import { checkVariables } from './stage-variables.ts'

/** All cases of the table in the facts: deployment only, new stage, stage moved on, or a canary on the stage. */
export function createDeployment(call: Call, input: CreateDeploymentRequest): Deployment {
  const api = findRestApi(call, input.restApiId)
  const resources = call.unit.list<ResourceRecord>(kinds.resource, `${api.id}/`)
  checkDeployable(resources)
  checkVariables(input.variables ?? {})
  const stage = call.unit.get<StageRecord>(kinds.stage, stageKey(api.id, input.stageName ?? ''))
  const deployment: DeploymentRecord = {
    apiId: api.id,
    id: newId(call, 6),
    createdDate: epochSeconds(call.now),
    description: input.description,
    resources,
    definition: definitionOf(call, api),
  }
  call.unit.put(kinds.deployment, deploymentKey(api.id, deployment.id), deployment)
  if (input.canarySettings) releaseCanary(call, stage, deployment.id, input, input.canarySettings)
  else if (stage) putStage(call, changeCache(call, stage, moved(stage, deployment.id, input)))
  else if (input.stageName) createStageFor(call, api.id, deployment.id, input)
  return deploymentOutput(deployment)
}

/** Sentences observed on AWS; that the second is a BadRequest is from memory. */
function checkDeployable(resources: ResourceRecord[]): void {
  const methods = resources.flatMap((resource) => Object.values(resource.resourceMethods))
  if (methods.length === 0) throw badRequest("The REST API doesn't contain any methods")
  if (methods.some((method) => !method.methodIntegration)) throw badRequest('No integration defined for method')
}

/** Sentences recorded (test_create_canary_deployment_validation); no space after "specified." */
function releaseCanary(
  call: Call,
  stage: StageRecord | undefined,
  deploymentId: string,
  { stageName }: CreateDeploymentRequest,
  canary: DeploymentCanarySettings,
): void {
  const invalid = 'Invalid deployment content specified.'
  if (!stageName) {
    const provided = stageName ?? 'null'
    throw badRequest(
      `${invalid}Non null and non empty stageName must be provided for canary deployment. Provided value is ${provided}`,
    )
  }
  if (!stage) {
    throw badRequest(`${invalid}Stage ${stageName} must already be created before making a canary release deployment`)
  }
  const { percentTraffic = 0, stageVariableOverrides, useStageCache = false } = canary
  checkPercent(percentTraffic)
  checkVariables(stageVariableOverrides ?? {})
  // Percent and overrides of a canary that was there are replaced (recorded).
  putStage(call, { ...stage, canarySettings: { deploymentId, percentTraffic, useStageCache, stageVariableOverrides } })
}

/**
 * Without canary settings on a stage that has a canary, the canary moves and keeps percent and overrides: the docs
 * contradict each other, this is what AWS's own console does. That variables merge is guessed.
 */
function moved(stage: StageRecord, deploymentId: string, input: CreateDeploymentRequest): StageRecord {
  const { canarySettings } = stage
  return {
    ...stage,
    deploymentId: canarySettings ? stage.deploymentId : deploymentId,
    canarySettings: canarySettings && { ...canarySettings, deploymentId },
    description: input.stageDescription ?? stage.description,
    variables: { ...stage.variables, ...input.variables },
    tracingEnabled: input.tracingEnabled ?? stage.tracingEnabled,
    cacheClusterEnabled: input.cacheClusterEnabled ?? stage.cacheClusterEnabled,
    cacheClusterSize: input.cacheClusterSize ?? stage.cacheClusterSize,
  }
}

function createStageFor(call: Call, apiId: string, deploymentId: string, input: CreateDeploymentRequest): void {
  const stageName = checkStageName(input.stageName)
  const { stageDescription: description, variables, tracingEnabled, cacheClusterEnabled, cacheClusterSize } = input
  const asked = { description, variables, tracingEnabled, cacheClusterEnabled, cacheClusterSize }
  putStage(call, newStage(call, { apiId, stageName, deploymentId }, asked))
}
