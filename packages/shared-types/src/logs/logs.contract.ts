import { z } from 'zod'
import { WriteInput, WriteResult } from '../changes/change.schemas.ts'
import { endpoint } from '../lib/endpoint.ts'
import { readErrors, writeErrors } from '../lib/errors.ts'
import { Instant } from '../lib/instant.schemas.ts'
import { Cursor } from '../lib/paging.ts'
import { StageAddress } from '../lib/stage-ref.ts'
import {
  Breakdown,
  LogLines,
  LogsInRange,
  LogSource,
  LogsView,
  RequestId,
  RequestTimeline,
  RetentionEdits,
} from './logs.schemas.ts'

export const logsContract = {
  get: endpoint('GET', '/c/{connection}/{kind}/{apiId}/stages/{stage}/logs', 'What a stage logs, and where')
    .errors(readErrors)
    .input(StageAddress)
    .output(LogsView),
  lines: endpoint('GET', '/c/{connection}/{kind}/{apiId}/stages/{stage}/logs/lines', 'Lines of a log, newest first')
    .errors(readErrors)
    .input(
      LogsInRange.extend({
        source: LogSource.default('access'),
        /** Words that a line must have, or a filter pattern of CloudWatch Logs, such as `{ $.status = 502 }`. */
        filter: z.string().max(500).optional(),
        older: Cursor.optional(),
      }),
    )
    .output(LogLines),
  request: endpoint(
    'GET',
    '/c/{connection}/{kind}/{apiId}/stages/{stage}/logs/requests/{requestId}',
    'All that the logs say of one request',
  )
    .errors(readErrors)
    /** `at`: when it was, as far as is known; without it the range is looked through. */
    .input(LogsInRange.extend({ requestId: RequestId, at: Instant.optional() }))
    .output(RequestTimeline),
  setRetention: endpoint(
    'POST',
    '/c/{connection}/{kind}/{apiId}/stages/{stage}/logs/retention',
    'Set how long the log groups of a stage are kept',
  )
    .errors(writeErrors)
    .input(StageAddress.extend(WriteInput.shape).extend({ edits: RetentionEdits }))
    .output(WriteResult),
  /**
   * Waits for some seconds for the answer of Logs Insights and then says that it still runs: ask again. Everybody who
   * asks the same shares one query; it's stopped at AWS when nobody waits for it any more.
   */
  breakdown: endpoint(
    'GET',
    '/c/{connection}/{kind}/{apiId}/stages/{stage}/logs/breakdown',
    'Failed calls by status, route and key',
  )
    .errors(readErrors)
    .input(LogsInRange)
    .output(Breakdown),
}
