import type {
  Datapoint,
  GetMetricStatisticsInput,
  GetMetricStatisticsOutput,
  StandardUnit,
} from '@aws-sdk/client-cloudwatch'
import { dateOf } from '../lib/clock.ts'
import type { RpcContext } from '../protocol/rpc-call.ts'
import { invalidParameterCombination, invalidParameterValue } from './errors.ts'
import { checkPeriod } from './metric-query.ts'
import type { MetricName } from './metric-name.ts'
import { metrics } from './metrics.ts'
import { pointSourceOf } from './point-source.ts'
import { customUnitOf, readPoints, type PointSource } from './read-points.ts'
import { roundedStart } from './retention.ts'
import { plainStatistics, statisticNamed } from './statistics.ts'

const most = 1440

/** Datapoints come oldest first; AWS promises no order (documented). */
export function getMetricStatistics(context: RpcContext, input: GetMetricStatisticsInput): GetMetricStatisticsOutput {
  const source = pointSourceOf(context)
  const { plain, extended } = checkStatistics(input)
  const { from, to, periodMs } = checkRange(input, context.now)
  const metric = metricIn(input)
  const byInstant = new Map<number, Datapoint>()
  for (const stat of [...plain, ...extended]) {
    const { at, values } = readPoints(source, { metric, stat, periodMs, unit: input.Unit }, from, to)
    at.forEach((instant, index) => {
      const point = byInstant.get(instant) ?? { Timestamp: dateOf(instant / 1000), Unit: unitOf(source, metric) }
      byInstant.set(instant, withStatistic(point, stat, values[index]!))
    })
  }
  const Datapoints = [...byInstant].toSorted(([a], [b]) => a - b).map(([, point]) => point)
  return { Label: metric.name, Datapoints }
}

const metricIn = ({ Namespace = '', MetricName = '', Dimensions = [] }: GetMetricStatisticsInput): MetricName => ({
  namespace: Namespace,
  name: MetricName,
  dimensions: Dimensions,
})

function withStatistic(point: Datapoint, stat: string, value: number): Datapoint {
  if (plainStatistics.includes(stat)) return { ...point, [stat]: value }
  return { ...point, ExtendedStatistics: { ...point.ExtendedStatistics, [stat]: value } }
}

function unitOf(source: PointSource, metric: MetricName): StandardUnit {
  const own = metric.namespace === 'AWS/ApiGateway' ? metrics[metric.name]?.unit : customUnitOf(source, metric)
  return (own ?? 'None') as StandardUnit
}

/** The sentences are guessed. */
function checkStatistics({ Statistics = [], ExtendedStatistics = [] }: GetMetricStatisticsInput) {
  if (Statistics.length + ExtendedStatistics.length === 0) {
    throw invalidParameterCombination(
      'At least one of the parameters Statistics and ExtendedStatistics must be specified.',
    )
  }
  for (const stat of Statistics) {
    if (!plainStatistics.includes(stat)) {
      throw invalidParameterValue(`The value ${stat} for parameter Statistics.member.1 is not supported.`)
    }
  }
  for (const stat of ExtendedStatistics) {
    if (plainStatistics.includes(stat) || !statisticNamed(stat)) {
      throw invalidParameterValue(`The value ${stat} for parameter ExtendedStatistics is not supported.`)
    }
  }
  return { plain: Statistics, extended: ExtendedStatistics }
}

/** The sentence of too many datapoints was seen on AWS, the other is guessed. */
function checkRange({ StartTime, EndTime, Period = 0 }: GetMetricStatisticsInput, now: number) {
  checkPeriod(Period)
  const from = roundedStart(StartTime?.getTime() ?? NaN, now)
  const to = EndTime?.getTime() ?? NaN
  const periodMs = Period * 1000
  if (!(from < to)) {
    throw invalidParameterCombination('The parameter StartTime must be less than the parameter EndTime.')
  }
  const count = Math.ceil((to - from) / periodMs)
  if (count > most) {
    throw invalidParameterCombination(
      `You have requested up to ${count.toLocaleString('en-US')} datapoints, which exceeds the limit of 1,440. ` +
        'You may reduce the datapoints requested by increasing Period, or decreasing the time range.',
    )
  }
  return { from, to, periodMs }
}
