import { GetMetricDataCommand } from '@aws-sdk/client-cloudwatch'
import { testStart, type Emulated } from './emulated.ts'

/** `stage` may be a canary's: `prod/Canary`. */
export type Series = { metric: string; stat: string; api?: string; stage?: string }

/** Values of minutes after (or, negative, before) the start of the tests; oldest first. */
export async function readMetric(
  { cloudWatch }: Pick<Emulated, 'cloudWatch'>,
  series: Series,
  from: number,
  to: number,
  period = 60,
): Promise<number[]> {
  const { metric: MetricName, stat: Stat, api = 'checkout', stage = 'prod' } = series
  const Dimensions = [
    { Name: 'ApiName', Value: api },
    { Name: 'Stage', Value: stage },
  ]
  const Metric = { Namespace: 'AWS/ApiGateway', MetricName, Dimensions }
  const { MetricDataResults } = await cloudWatch.send(
    new GetMetricDataCommand({
      MetricDataQueries: [{ Id: 'q', MetricStat: { Metric, Period: period, Stat } }],
      StartTime: new Date(testStart + from * 60_000),
      EndTime: new Date(testStart + to * 60_000),
      ScanBy: 'TimestampAscending',
    }),
  )
  return MetricDataResults?.[0]?.Values ?? []
}
