import { isDeepStrictEqual } from 'node:util'
import { statusMetrics } from '@callboard/shared-types/alarms/status-metrics'
import type { Warning } from '@callboard/shared-types/changes/plan.schemas'
import type { StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import { readAlarms } from '../aws/alarms.reader.ts'
import { statusFilterOf } from '../aws/status-filter.ts'
import { statusNamespace, statusOfMetric } from '../aws/status-metric.ts'
import type { Clocks } from '../lib/clock.ts'
import { orUnknown } from '../lib/errors.ts'
import type { Present } from './wish.ts'
import { listNames } from '../lib/list-names.ts'

/** For who changes an access log: the alarms whose statuses are counted in it, and which wouldn't count on by themselves. */
export async function statusAlarmWarnings(
  { clocks }: { clocks: Clocks },
  { connection, address, stage }: Present,
  after: StageConfig,
): Promise<Warning[]> {
  const moved = statusMetrics.flatMap((status) => {
    const will = statusFilterOf(address, after, status)
    return isDeepStrictEqual(statusFilterOf(address, stage.config, status), will) ? [] : [{ status, will }]
  })
  if (moved.length === 0) return []
  const alarms = await orUnknown(readAlarms(connection, clocks.worldMs()))
  if (!alarms)
    return [
      { code: 'alarms_unknown', text: 'CloudWatch didn’t tell whether an alarm counts statuses in this access log.' },
    ]
  return moved.flatMap(({ status, will }) => {
    const names = alarms
      .filter((of) => of.Namespace === statusNamespace && statusOfMetric(address, of.MetricName) === status)
      .map(({ AlarmName = '' }) => AlarmName)
    if (names.length === 0) return []
    const [who, it] = names.length === 1 ? ['The alarm', 'it'] : ['The alarms', 'each of them']
    const rest =
      'why' in will
        ? `${will.why} Nothing is counted until then.`
        : `To have ${status} counted on, edit ${it} under Alarms afterwards and save it.`
    const text = `${who} ${listNames(names)} ${names.length === 1 ? 'counts' : 'count'} ${status} in the access log as it is now. ${rest}`
    return [{ code: 'alarms_left_behind', text }]
  })
}
