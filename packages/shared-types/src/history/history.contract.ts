import { WriteInput, WriteResult } from '../changes/change.schemas.ts'
import { endpoint } from '../lib/endpoint.ts'
import { readErrors, writeErrors } from '../lib/errors.ts'
import { PageInput } from '../lib/paging.ts'
import { ApiId, StageAddress, StageName } from '../lib/stage-ref.ts'
import { MomentComparison, MomentName, MomentOrNow, Moments, StageThen } from './history.schemas.ts'

const base = '/c/{connection}/{kind}/{apiId}/stages/{stage}/history'

export const historyContract = {
  list: endpoint('GET', base, 'Since when the stage was seen to be how, newest first')
    .errors(readErrors)
    .input(StageAddress.extend(PageInput.shape))
    .output(Moments),
  get: endpoint('GET', `${base}/moments/{moment}`, 'The stage as it was at a moment, or at an instant')
    .errors(readErrors)
    .input(StageAddress.extend({ moment: MomentName }))
    .output(StageThen),
  compare: endpoint('GET', `${base}/compare`, 'What differs between two moments, or between two stages')
    .errors(readErrors)
    .input(
      StageAddress.extend({
        from: MomentOrNow.default('now'),
        to: MomentOrNow.default('now'),
        /** `to` is of this stage, of the same API unless `withApiId` says another. */
        withStage: StageName.optional(),
        withApiId: ApiId.optional(),
      }),
    )
    .output(MomentComparison),
  restore: endpoint('POST', `${base}/restore`, 'Make the stage again what it was at a moment')
    .errors(writeErrors)
    .input(StageAddress.extend({ moment: MomentName }).extend(WriteInput.shape))
    .output(WriteResult),
}
