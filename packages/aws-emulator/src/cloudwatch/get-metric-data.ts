import type { GetMetricDataInput, GetMetricDataOutput, MessageData, MetricDataResult } from '@aws-sdk/client-cloudwatch'
import { dateOf } from '../lib/clock.ts'
import type { RpcContext } from '../protocol/rpc-call.ts'
import { validationException } from './errors.ts'
import { evaluateQueries, type Evaluated, type Range } from './evaluate-queries.ts'
import type { Points } from './points.ts'
import { checkQueries } from './metric-query.ts'
import { readToken, writeToken } from './next-token.ts'
import { pointSourceOf } from './point-source.ts'
import { roundedStart } from './retention.ts'
import { dynamicLabel, labelFound } from './series-labels.ts'

type Result = { id: string; label: string; points: Points; messages: MessageData[] }

const mostDatapoints = 100_800

/** Every query finds its id again, with empty lists where nothing matches (documented). */
export async function getMetricData(context: RpcContext, input: GetMetricDataInput): Promise<GetMetricDataOutput> {
  const queries = checkQueries(input.MetricDataQueries)
  const range = rangeOf(input, context.now)
  const evaluated = await evaluateQueries(pointSourceOf(context), queries, range)
  const newestFirst = input.ScanBy !== 'TimestampAscending'
  const results = evaluated.flatMap((one) => resultsOf(one, newestFirst))
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
function resultsOf({ query, series, isArray, messages }: Evaluated, newestFirst: boolean): Result[] {
  const labels = isArray
    ? labelFound(series, query.label)
    : series.map((one) => dynamicLabel(query.label ?? one.label, one))
  return series.map(({ at, values }, index) => ({
    id: query.id,
    label: labels[index] ?? '',
    points: newestFirst ? { at: at.toReversed(), values: values.toReversed() } : { at, values },
    messages,
  }))
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

function toResult({ id, label, points, messages }: Result, from: number, to: number): MetricDataResult {
  return {
    Id: id,
    Label: label,
    Timestamps: points.at.slice(from, to).map((at) => dateOf(at / 1000)),
    Values: points.values.slice(from, to),
    StatusCode: to < points.at.length ? 'PartialData' : 'Complete',
    ...(messages.length > 0 ? { Messages: messages } : {}),
  }
}
