import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { StatusMetric } from '@callboard/shared-types/alarms/status-metrics'
import type { AwsConnection } from '../aws/connections.ts'
import type { SeenStage } from '../aws/seen-stage.ts'
import { readStatusFilter } from '../aws/status-filters.reader.ts'
import { isAppError } from '../lib/errors.ts'
import { statusFilterOf } from '../aws/status-filter.ts'

/**
 * What keeps an alarm on a status from counting the calls as they are logged now, as a sentence. Null where nothing does, and
 * where AWS doesn't let us look.
 */
export async function statusTrouble(
  connection: AwsConnection,
  address: StageAddress,
  stage: SeenStage,
  status: StatusMetric,
): Promise<string | null> {
  const wanted = statusFilterOf(address, stage.config, status)
  if ('why' in wanted) return `${wanted.why} Nothing is counted until then.`
  const present = await readStatusFilter(connection, address, status).catch((error: unknown) => {
    if (isAppError(error, 'aws_refused', 'aws_unreachable')) return undefined
    throw error
  })
  if (present === undefined) return null
  const again = 'Edit the alarm and save it'
  if (!present) return `No metric filter counts ${status} for it: it can’t fire. ${again}, and one is made.`
  if (present.logGroup !== wanted.logGroup)
    return `It counts in ${present.logGroup}, but the access log goes to ${wanted.logGroup} by now. ${again}, and it counts there.`
  if (present.pattern !== wanted.pattern)
    return `The access log’s format isn’t the one it was made for: it may miss calls. ${again}, and it counts by the new one.`
  return null
}
