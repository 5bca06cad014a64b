import { z } from 'zod'
import { WriteInput, WriteResult } from '../changes/change.schemas.ts'
import { endpoint } from '../lib/endpoint.ts'
import { readErrors, writeErrors } from '../lib/errors.ts'
import { DeploymentId, StageAddress } from '../lib/stage-ref.ts'
import { CanaryChoice, Comparison, DeployCanaryChoice, DeploymentHistory, RouteList } from './deployments.schemas.ts'

const base = '/c/{connection}/{kind}/{apiId}/stages/{stage}/deployments'

export const deploymentsContract = {
  list: endpoint('GET', base, "The API's deployments, newest first, and which of them this stage runs")
    .errors(readErrors)
    .input(StageAddress)
    .output(DeploymentHistory),
  compare: endpoint('GET', `${base}/compare`, 'What routes differ between two deployments')
    .errors(readErrors)
    .input(StageAddress.extend({ from: DeploymentId, to: DeploymentId }))
    .output(Comparison),
  routes: endpoint('GET', `${base}/{deploymentId}/routes`, 'The routes of one deployment')
    .errors(readErrors)
    .input(StageAddress.extend({ deploymentId: DeploymentId }))
    .output(RouteList),
  rollBack: endpoint('POST', `${base}/{deploymentId}/roll-back`, 'Point the stage at an earlier deployment')
    .errors(writeErrors)
    .input(
      StageAddress.extend({ deploymentId: DeploymentId, canary: CanaryChoice.optional() }).extend(WriteInput.shape),
    )
    .output(WriteResult),
  delete: endpoint('POST', `${base}/{deploymentId}/delete`, 'Delete a deployment that no stage runs')
    .errors(writeErrors)
    .input(StageAddress.extend({ deploymentId: DeploymentId }).extend(WriteInput.shape))
    .output(WriteResult),
  deployNow: endpoint('POST', `${base}/deploy-now`, 'Deploy the API as it is defined now, and point the stage at it')
    .errors(writeErrors)
    .input(
      StageAddress.extend({
        /** Such as `checkout 2.16`; who deploys is added. */
        description: z.string().trim().max(400).default(''),
        canary: DeployCanaryChoice.optional(),
      }).extend(WriteInput.shape),
    )
    .output(WriteResult),
}
