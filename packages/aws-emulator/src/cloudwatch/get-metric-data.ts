import type { GetMetricDataInput, GetMetricDataOutput, MessageData, MetricDataResult } from '@aws-sdk/client-cloudwatch'
import { dateOf } from '../lib/clock.ts'
import type { RpcContext } from '../protocol/rpc-call.ts'
import { validationException } from './errors.ts'
import { evaluateQueries, type Evaluated, type Range } from './evaluate-queries.ts'
import type { Points } from './points.ts'
import type { Series } from './metric-math/math-value.ts'
import { checkQueries, type CheckedQuery } from './metric-query.ts'
import { readToken, writeToken } from './next-token.ts'
import { pointSourceOf } from './point-source.ts'
import { roundedStart } from './retention.ts'
import { isHit, pointsLeft, statusOf, type SeriesStatus } from './series-faults.ts'
import { dynamicLabel, labelFound } from './series-labels.ts'

type Result = { id: string; label: string; points: Points; messages: MessageData[]; status: SeriesStatus | undefined }

const mostDatapoints = 100_800

/** Every query finds its id again, with empty lists where nothing matches (documented). */
export async function getMetricData(context: RpcContext, input: GetMetricDataInput): Promise<GetMetricDataOutput> {
  const queries = checkQueries(input.MetricDataQueries)
  const range = rangeOf(input, context.now)
  const evaluated = await evaluateQueries(pointSourceOf(context), queries, range)
  const newestFirst = input.ScanBy !== 'TimestampAscending'
  const statusFor = orderedStatuses(context, queries, evaluated)
  const results = evaluated.flatMap((one) => resultsOf(one, newestFirst, statusFor))
  const limit = Math.min(input.MaxDatapoints ?? mostDatapoints, mostDatapoints)
  return { ...cut(results, readToken(input.NextToken), limit), Messages: [] }
}

/** The sentence is guessed. */
function rangeOf({ StartTime, EndTime }: GetMetricDataInput, now: number): Range {
  const from = roundedStart(StartTime?.getTime() ?? NaN, now)
  const to = EndTime?.getTime() ?? NaN
  if (!(from < to)) throw validationException('The parameter StartTime must be less than the parameter EndTime.')
  return { from, to }
}

/** Newest first unless asked otherwise (documented). Series of one expression all have its id. */
function resultsOf(one: Evaluated, newestFirst: boolean, statusFor: StatusFor): Result[] {
  const { query, series, isArray, messages } = one
  const labels = isArray
    ? labelFound(series, query.label)
    : series.map((one) => dynamicLabel(query.label ?? one.label, one))
  return series.map((found, index) => {
    const { at, values } = found
    const points = newestFirst ? { at: at.toReversed(), values: values.toReversed() } : { at, values }
    const status = statusFor(one, found)
    return {
      id: query.id,
      label: labels[index] ?? '',
      points: pointsLeft(points, status),
      messages: status ? [...messages, status.message] : messages,
      status,
    }
  })
}

type StatusFor = (one: Evaluated, series: Series) => SeriesStatus | undefined

/** What the director ordered for some of the series. */
function orderedStatuses({ emulator, place }: RpcContext, queries: CheckedQuery[], evaluated: Evaluated[]): StatusFor {
  const faults = emulator.faults.takeForSeries(place.account, (fault) =>
    evaluated.some((one) => one.series.some((series) => isHit(fault, queries, one, series))),
  )
  return (one, series) => statusOf(faults.filter((fault) => isHit(fault, queries, one, series)))
}

/** One answer's worth of datapoints; with a token the same ids come again and the client appends (documented). */
function cut(
  results: Result[],
  skip: number,
  limit: number,
): Pick<GetMetricDataOutput, 'MetricDataResults' | 'NextToken'> {
  const shown: MetricDataResult[] = []
  let position = 0
  for (const result of results) {
    const { length } = result.points.at
    const from = Math.min(Math.max(0, skip - position), length)
    const to = Math.min(Math.max(0, skip + limit - position), length)
    position += length
    if (from < to || (length === 0 && skip === 0)) shown.push(toResult(result, from, to))
  }
  const more = position > skip + limit
  return { MetricDataResults: shown, NextToken: more ? writeToken(skip + limit) : undefined }
}

function toResult({ id, label, points, messages, status }: Result, from: number, to: number): MetricDataResult {
  return {
    Id: id,
    Label: label,
    Timestamps: points.at.slice(from, to).map((at) => dateOf(at / 1000)),
    Values: points.values.slice(from, to),
    StatusCode: to < points.at.length ? 'PartialData' : (status?.code ?? 'Complete'),
    ...(messages.length > 0 ? { Messages: messages } : {}),
  }
}
