import type { DimensionFilter, ListMetricsInput, ListMetricsOutput } from '@aws-sdk/client-cloudwatch'
import type { RpcContext } from '../protocol/rpc-call.ts'
import { knownMetrics } from './known-metrics.ts'
import type { MetricName } from './metric-name.ts'
import { pageOf } from './next-token.ts'
import { pointSourceOf } from './point-source.ts'

const hourMs = 3_600_000
/** A metric without data for that long is no longer listed (documented). */
const listedMs = 14 * 24 * hourMs
/** Documented. */
const pageSize = 500

/** Those that were active in the last two weeks, or three hours. That new ones come up to 15 minutes late isn't emulated. */
export function listMetrics(context: RpcContext, input: ListMetricsInput): ListMetricsOutput {
  const { Namespace, MetricName, Dimensions = [], RecentlyActive, NextToken } = input
  const since = context.now - (RecentlyActive === 'PT3H' ? 3 * hourMs : listedMs)
  const found = knownMetrics(pointSourceOf(context), since).filter(
    (metric) =>
      (Namespace ?? metric.namespace) === metric.namespace &&
      (MetricName ?? metric.name) === metric.name &&
      Dimensions.every((filter) => hasDimension(metric, filter)),
  )
  const { items, next } = pageOf(found, NextToken, pageSize)
  return { Metrics: items.map(toMetric), NextToken: next }
}

/** A filter without a value takes any. */
const hasDimension = ({ dimensions }: MetricName, filter: DimensionFilter) =>
  dimensions.some(({ Name, Value }) => Name === filter.Name && (filter.Value ?? Value) === Value)

const toMetric = ({ namespace, name, dimensions }: MetricName) => ({
  Namespace: namespace,
  MetricName: name,
  Dimensions: dimensions,
})
