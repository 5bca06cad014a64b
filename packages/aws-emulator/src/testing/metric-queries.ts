import { GetMetricDataCommand, type MetricDataQuery } from '@aws-sdk/client-cloudwatch'
import { testStart, type Emulated } from './emulated.ts'

const minuteMs = 60_000

/** A query of a REST API's metric by its dimensions, in periods of a minute. */
export function metricQuery(
  id: string,
  metric: string,
  stat: string,
  dimensions: Record<string, string>,
  more: Partial<MetricDataQuery> & { namespace?: string; period?: number } = {},
): MetricDataQuery {
  const { namespace = 'AWS/ApiGateway', period = 60, ...rest } = more
  const Dimensions = Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value }))
  const Metric = { Namespace: namespace, MetricName: metric, Dimensions }
  return { Id: id, MetricStat: { Metric, Period: period, Stat: stat }, ...rest }
}

export const mathQuery = (id: string, expression: string, more: Partial<MetricDataQuery> = {}): MetricDataQuery => ({
  Id: id,
  Expression: expression,
  ...more,
})

/** Asks from and to minutes after the start of the tests, oldest first. */
export async function askMetrics(
  { cloudWatch }: Pick<Emulated, 'cloudWatch'>,
  queries: MetricDataQuery[],
  from: number,
  to: number,
  more: { MaxDatapoints?: number; NextToken?: string } = {},
) {
  const answer = await cloudWatch.send(
    new GetMetricDataCommand({
      MetricDataQueries: queries,
      StartTime: new Date(testStart + from * minuteMs),
      EndTime: new Date(testStart + to * minuteMs),
      ScanBy: 'TimestampAscending',
      ...more,
    }),
  )
  return answer.MetricDataResults ?? []
}
