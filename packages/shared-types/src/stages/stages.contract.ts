import { z } from 'zod'
import { WriteInput, WriteResult } from '../changes/change.schemas.ts'
import { endpoint } from '../lib/endpoint.ts'
import { readErrors, writeErrors } from '../lib/errors.ts'
import { ApiId, DeploymentId, StageAddress, StageName } from '../lib/stage-ref.ts'
import { copyParts } from './stage-rules.ts'
import { StageView } from './stages.schemas.ts'

const base = '/c/{connection}/{kind}/{apiId}/stages/{stage}'

export const stagesContract = {
  get: endpoint('GET', base, 'One stage as it is').errors(readErrors).input(StageAddress).output(StageView),
  create: endpoint('POST', `${base}/create`, 'Make a stage that runs a deployment of the API')
    .errors(writeErrors)
    .input(
      StageAddress.extend({
        deploymentId: DeploymentId,
        description: z.string().trim().max(1_024).default(''),
        variables: z.record(z.string().max(256), z.string().max(2_048)).default({}),
      }).extend(WriteInput.shape),
    )
    .output(WriteResult),
  delete: endpoint('POST', `${base}/delete`, 'Delete the stage')
    .errors(writeErrors)
    .input(StageAddress.extend(WriteInput.shape))
    .output(WriteResult),
  copySettings: endpoint('POST', `${base}/copy-settings`, "Set parts of the stage as another stage's are")
    .errors(writeErrors)
    .input(
      StageAddress.extend({
        fromStage: StageName,
        /** Another API's, of the same account and region; this one's unless told. */
        fromApiId: ApiId.optional(),
        parts: z.array(z.enum(copyParts)).min(1).max(copyParts.length),
      }).extend(WriteInput.shape),
    )
    .output(WriteResult),
}
