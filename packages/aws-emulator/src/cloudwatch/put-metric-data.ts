import type { MetricDatum, PutMetricDataInput } from '@aws-sdk/client-cloudwatch'
import type { RpcContext } from '../protocol/rpc-call.ts'
import { invalidParameterCombination, invalidParameterValue, missingParameter } from './errors.ts'
import type { LooseTally } from './loose-tally.ts'

const hourMs = 3_600_000
const oldestMs = 14 * 24 * hourMs
const latestMs = 2 * hourMs
const largest = 2 ** 360

/** All or nothing: the first datum that is wrong refuses all. Limits are documented, sentences guessed. */
export function putMetricData(context: RpcContext, { Namespace = '', MetricData = [] }: PutMetricDataInput): void {
  if (Namespace === '') throw missingParameter('Namespace')
  if (Namespace.startsWith('AWS/')) {
    throw invalidParameterValue(`The value ${Namespace} for parameter Namespace is invalid.`)
  }
  const puts = MetricData.map((datum, index) => checkDatum(datum, `MetricData.member.${index + 1}`, context.now))
  const { place, emulator } = context
  for (const { name, dimensions, unit, at, put } of puts) {
    emulator.customMetrics.add(place, { namespace: Namespace, name, dimensions }, unit, at, put)
  }
}

function checkDatum(datum: MetricDatum, at: string, now: number) {
  const { MetricName: name = '', Dimensions: dimensions = [], Unit: unit, Timestamp } = datum
  if (name === '') throw missingParameter(`${at}.MetricName`)
  const instant = Timestamp?.getTime() ?? now
  if (instant < now - oldestMs || instant > now + latestMs) {
    throw invalidParameterValue(
      `The parameter ${at}.Timestamp must specify a time no more than two weeks in the past and two hours in the future.`,
    )
  }
  return { name, dimensions, unit, at: instant, put: putOf(datum, at) }
}

/** A value, values with counts, or a statistic set: exactly one of them. */
function putOf({ Value, Values, Counts, StatisticValues }: MetricDatum, at: string): (tally: LooseTally) => void {
  const given = [Value, Values, StatisticValues].filter((one) => one !== undefined)
  if (given.length === 0) throw missingParameter(`${at}.Value`)
  if (given.length > 1) {
    throw invalidParameterCombination(`The parameters ${at}.Value, Values and StatisticValues are mutually exclusive.`)
  }
  if (StatisticValues) {
    const { SampleCount = 0, Sum = 0, Minimum = 0, Maximum = 0 } = StatisticValues
    for (const value of [SampleCount, Sum, Minimum, Maximum]) checkNumber(value, at)
    return (tally) => tally.addSet(SampleCount, Sum, Minimum, Maximum)
  }
  const values = Values ?? [Value ?? 0]
  const counts = Counts ?? values.map(() => 1)
  if (counts.length !== values.length) {
    throw invalidParameterValue(`The parameters ${at}.Values and ${at}.Counts must be of the same size.`)
  }
  for (const value of values) checkNumber(value, at)
  return (tally) => values.forEach((value, index) => tally.add(value, counts[index] ?? 1))
}

function checkNumber(value: number, at: string): void {
  if (Number.isFinite(value) && Math.abs(value) <= largest) return
  throw invalidParameterValue(`The value ${value} for parameter ${at}.Value is invalid.`)
}
