import {
  DescribeMetricFiltersCommand,
  type DescribeMetricFiltersRequest,
  type DescribeMetricFiltersResponse,
} from '@aws-sdk/client-cloudwatch-logs'
import { statusMetrics, type StatusMetric } from '@callboard/shared-types/alarms/status-metrics'
import { isAppError } from '../lib/errors.ts'
import { alarmsScope, fetchAlarms } from './alarms.reader.ts'
import type { Priority } from './call-budget.ts'
import type { AwsConnection } from './connections.ts'
import type { SeenStage } from './seen-stage.ts'
import { accessDestination } from './stage-log-groups.ts'
import {
  statusFilterName,
  statusMetricName,
  statusNamespace,
  statusOfMetric,
  type StatusFilter,
  type StatusPlace,
} from './status-metric.ts'

type Filters = Record<string, StatusFilter>

/**
 * The filters that Callboard counts a stage's statuses with, by status, past the cache: those of the group it logs to, and
 * those that alarms have on another one, which it logged to before.
 */
export async function fetchStatusFilters(
  connection: AwsConnection,
  place: StatusPlace,
  { config }: SeenStage,
): Promise<Filters> {
  const destination = accessDestination(config)
  const none: Filters = {}
  const [here, alarms] = await Promise.all([
    destination.kind === 'group' ? fetchFilters(connection, place, inGroup(place, destination.name), 'write') : none,
    fetchAlarms(connection, 'write'),
  ])
  const watched = statusMetrics.filter((status) =>
    alarms.some((alarm) => alarm.Namespace === statusNamespace && statusOfMetric(place, alarm.MetricName) === status),
  )
  const elsewhere = await Promise.all(
    watched
      .filter((status) => !here[status])
      .map((status) => fetchFilters(connection, place, byMetric(place, status), 'write')),
  )
  return Object.assign({}, ...elsewhere, here) as Filters
}

const freshForMs = 30_000

/** The filter of one status, as somebody saw it lately; null where there is none. */
export const readStatusFilter = (
  connection: AwsConnection,
  place: StatusPlace,
  status: StatusMetric,
): Promise<StatusFilter | null> =>
  connection.cache.read(alarmsScope, `filter/${statusMetricName(place, status)}`, freshForMs, async () => {
    const found = await fetchFilters(connection, place, byMetric(place, status), 'read')
    return found[status] ?? null
  })

const inGroup = (place: StatusPlace, logGroupName: string): DescribeMetricFiltersRequest => ({
  logGroupName,
  filterNamePrefix: statusFilterName(place, ''),
})

const byMetric = (place: StatusPlace, status: StatusMetric): DescribeMetricFiltersRequest => ({
  metricNamespace: statusNamespace,
  metricName: statusMetricName(place, status),
})

async function fetchFilters(
  { logs }: AwsConnection,
  place: StatusPlace,
  input: DescribeMetricFiltersRequest,
  as: Priority,
): Promise<Filters> {
  const asked: Promise<DescribeMetricFiltersResponse> = logs.read<
    DescribeMetricFiltersResponse & { $metadata: object }
  >(() => new DescribeMetricFiltersCommand(input), as)
  const { metricFilters = [] } = await asked.catch((error: unknown): DescribeMetricFiltersResponse => {
    // A group that isn't there has no filters.
    if (isAppError(error, 'aws_refused') && error.data.awsName === 'ResourceNotFoundException') return {}
    throw error
  })
  return Object.fromEntries(
    metricFilters.flatMap(({ filterName, logGroupName = '', filterPattern = '' }) => {
      const status = statusMetrics.find((one) => statusFilterName(place, one) === filterName)
      return status ? [[status, { logGroup: logGroupName, pattern: filterPattern }]] : []
    }),
  )
}
