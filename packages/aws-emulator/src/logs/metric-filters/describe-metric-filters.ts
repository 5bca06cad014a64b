import type {
  DescribeMetricFiltersRequest,
  DescribeMetricFiltersResponse,
  MetricFilter,
} from '@aws-sdk/client-cloudwatch-logs'
import type { RpcContext } from '../../protocol/rpc-call.ts'
import { invalidParameter } from '../errors.ts'
import { findGroup } from '../log-groups.ts'
import { pageOf } from '../page.ts'
import { filtersOf, type MetricFilterRecord } from './metric-filter.ts'

/** Documented as the default; that it's the most as well is from the API's model. */
const most = 50

/** In the order of their names; a prefix counts only with a group (documented). */
export function describeMetricFilters(
  context: RpcContext,
  input: DescribeMetricFiltersRequest,
): DescribeMetricFiltersResponse {
  const { logGroupName, filterNamePrefix = '', metricName, metricNamespace, limit = most, nextToken } = input
  if (limit < 1 || limit > most) throw invalidParameter(`The limit must be between 1 and ${most}.`)
  // Documented; the sentence is guessed.
  if ((metricName === undefined) !== (metricNamespace === undefined)) {
    throw invalidParameter('metricName and metricNamespace must be specified together.')
  }
  if (logGroupName !== undefined) findGroup(context, logGroupName)
  const prefix = logGroupName === undefined ? '' : filterNamePrefix
  const found = filtersOf(context.unit, logGroupName).filter(
    ({ name, transformation }) =>
      name.startsWith(prefix) &&
      (metricName === undefined ||
        (transformation.metricName === metricName && transformation.metricNamespace === metricNamespace)),
  )
  const sorted = found.toSorted((a, b) => (`${a.name}\n${a.group}` < `${b.name}\n${b.group}` ? -1 : 1))
  const { items, next } = pageOf(sorted, nextToken, limit)
  return { metricFilters: items.map(toFilter), nextToken: next }
}

const toFilter = ({ group, name, pattern, transformation, createdAt }: MetricFilterRecord): MetricFilter => ({
  filterName: name,
  filterPattern: pattern,
  metricTransformations: [transformation],
  creationTime: createdAt,
  logGroupName: group,
  applyOnTransformedLogs: false,
})
