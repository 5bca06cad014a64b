import type { StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import type { StatusMetric } from '@callboard/shared-types/alarms/status-metrics'
import type { AwsConnection } from './connections.ts'
import { readFleet } from './fleet.reader.ts'
import { accessDestination } from './stage-log-groups.ts'
import type { StatusFilter, StatusPlace } from './status-metric.ts'
import { statusPattern, type StatusPattern } from './status-pattern.ts'

/** The filter that counts a status of a stage by its access log as it is set now, or why there can be none. */
export function statusFilterOf(
  { apiId, stage }: StatusPlace,
  config: StageConfig,
  status: StatusMetric,
): (StatusFilter & Pick<StatusPattern, 'by'>) | { why: string } {
  const destination = accessDestination(config)
  if (destination.kind === 'off')
    return { why: `${status} is counted from the access log, which is off: Settings turns it on.` }
  if (destination.kind !== 'group')
    return {
      why: `${status} is counted from the access log in CloudWatch Logs, and this one goes to Firehose: Settings has its destination.`,
    }
  const found = statusPattern(config.accessLogSettings?.format ?? '', { apiId, stage, status })
  if (!found)
    return {
      why: `No filter pattern of CloudWatch can tell the status in this access log’s format: put $context.status into it as a field of its own, under Settings.`,
    }
  return { logGroup: destination.name, ...found }
}

/**
 * Other stages whose lines a filter would count as well, as `api/stage`: those that log to the same group, where the format
 * doesn't tell them apart.
 * @returns `unknown` says how many APIs couldn't be looked at
 */
export async function countedToo(
  connection: AwsConnection,
  place: StatusPlace,
  { logGroup, by }: Pick<StatusFilter, 'logGroup'> & Pick<StatusPattern, 'by'>,
): Promise<{ stages: string[]; unknown: number }> {
  if (by.includes('apiId') && by.includes('stage')) return { stages: [], unknown: 0 }
  const { known, failed, pending } = await readFleet(connection)
  const stages = known.flatMap(({ api, stages: all }) =>
    all
      .filter(({ name, config }) => {
        const destination = accessDestination(config)
        const isSelf = api.id === place.apiId && name === place.stage
        const isApart =
          (by.includes('apiId') && api.id !== place.apiId) || (by.includes('stage') && name !== place.stage)
        return !isSelf && !isApart && destination.kind === 'group' && destination.name === logGroup
      })
      .map(({ name }) => `${api.name}/${name}`),
  )
  return { stages, unknown: failed.length + pending }
}
