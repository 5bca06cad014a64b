import type { Deployment, MethodSnapshot } from '@aws-sdk/client-api-gateway'
import { badRequest, notFound } from '../lib/aws-error.ts'
import { dateOf } from '../lib/clock.ts'
import type { Call } from './call.ts'
import { kinds, type DeploymentRecord, type ResourceRecord } from './records.ts'

export const deploymentKey = (apiId: string, deploymentId: string) => `${apiId}/${deploymentId}`

export function findDeployment({ unit }: Call, apiId: string, deploymentId: string | undefined): DeploymentRecord {
  const deployment = unit.get<DeploymentRecord>(kinds.deployment, deploymentKey(apiId, deploymentId ?? ''))
  if (!deployment) throw notFound('Invalid Deployment identifier specified')
  return deployment
}

/** What a stage or canary points at must exist; sentence recorded. */
export function checkDeploymentExists({ unit }: Call, apiId: string, deploymentId: string | undefined): void {
  const known = unit.get(kinds.deployment, deploymentKey(apiId, deploymentId ?? ''))
  if (!known) throw badRequest('Deployment id does not exist')
}

/** `description` only if given, `apiSummary` only when asked for (recorded). */
export function deploymentOutput(deployment: DeploymentRecord, withSummary = false): Deployment {
  const { id, description, createdDate, resources } = deployment
  const apiSummary = withSummary ? summaryOf(resources) : undefined
  return { id, description, createdDate: dateOf(createdDate), apiSummary }
}

function summaryOf(resources: ResourceRecord[]): Record<string, Record<string, MethodSnapshot>> {
  const summary: Record<string, Record<string, MethodSnapshot>> = {}
  for (const { path, resourceMethods } of resources) {
    for (const [verb, { authorizationType, apiKeyRequired }] of Object.entries(resourceMethods)) {
      const verbs = (summary[path] ??= {})
      verbs[verb] = { authorizationType, apiKeyRequired }
    }
  }
  return summary
}

/** Takes a deployment out of sight; stages that ran it in the past still need it. */
export function archiveDeployment({ unit }: Call, deployment: DeploymentRecord): void {
  const key = deploymentKey(deployment.apiId, deployment.id)
  unit.delete(kinds.deployment, key)
  unit.put(kinds.archivedDeployment, key, deployment)
}
