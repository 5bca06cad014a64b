import type { Deployments, GetDeploymentsRequest } from '@aws-sdk/client-api-gateway'
import { page } from '../lib/page.ts'
import type { Call } from './call.ts'
import { deploymentOutput } from './deployments.ts'
import { kinds, type DeploymentRecord } from './records.ts'
import { findRestApi } from './rest-apis.ts'

/** The order on AWS is unknown: clients sort. Here oldest first. */
export function getDeployments(call: Call, input: GetDeploymentsRequest): Deployments & { position?: string } {
  const api = findRestApi(call, input.restApiId)
  const deployments = call.unit.list<DeploymentRecord>(kinds.deployment, `${api.id}/`)
  const { items, position } = page(deployments, input.position, input.limit)
  return { items: items.map((deployment) => deploymentOutput(deployment)), position }
}
