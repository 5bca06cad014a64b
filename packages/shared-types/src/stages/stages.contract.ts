import { endpoint } from '../lib/endpoint.ts'
import { readErrors } from '../lib/errors.ts'
import { StageAddress } from '../lib/stage-ref.ts'
import { StageView } from './stages.schemas.ts'

export const stagesContract = {
  get: endpoint('GET', '/c/{connection}/{kind}/{apiId}/stages/{stage}', 'One stage as it is')
    .errors(readErrors)
    .input(StageAddress)
    .output(StageView),
}
