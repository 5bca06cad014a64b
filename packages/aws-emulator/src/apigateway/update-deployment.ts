import type { Deployment, UpdateDeploymentRequest } from '@aws-sdk/client-api-gateway'
import { applyPatch, type PatchRule } from '../lib/patch/apply-patch.ts'
import { checkOps } from '../lib/patch/operations.ts'
import { refusePatch } from '../lib/patch/refuse-patch.ts'
import type { Call } from './call.ts'
import { deploymentKey, deploymentOutput, findDeployment } from './deployments.ts'
import { kinds, type DeploymentRecord } from './records.ts'
import { findRestApi } from './rest-apis.ts'

/** Only the description can change (documented); what a deployment holds never does. */
const rules: PatchRule<DeploymentRecord>[] = [
  { path: '/description', replace: (deployment, { value }) => void (deployment.description = value || undefined) },
]

export function updateDeployment(call: Call, input: UpdateDeploymentRequest): Deployment {
  const operations = checkOps('updateDeploymentInput', input.patchOperations)
  const api = findRestApi(call, input.restApiId)
  const before = findDeployment(call, api.id, input.deploymentId)
  const deployment = applyPatch(rules, before, operations, refusePatch)
  call.unit.put(kinds.deployment, deploymentKey(api.id, deployment.id), deployment)
  return deploymentOutput(deployment)
}
