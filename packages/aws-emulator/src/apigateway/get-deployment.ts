import type { Deployment, GetDeploymentRequest } from '@aws-sdk/client-api-gateway'
import type { Call } from './call.ts'
import { deploymentOutput, findDeployment } from './deployments.ts'
import { findRestApi } from './rest-apis.ts'

export function getDeployment(call: Call, input: GetDeploymentRequest): Deployment {
  const api = findRestApi(call, input.restApiId)
  const withSummary = input.embed?.some((name) => name.toLowerCase() === 'apisummary')
  return deploymentOutput(findDeployment(call, api.id, input.deploymentId), withSummary)
}
