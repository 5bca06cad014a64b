import type { Dimension, MetricDataQuery } from '@aws-sdk/client-cloudwatch'
import { validationException } from './errors.ts'
import { statisticNamed, type Statistic } from './statistics.ts'

export type CheckedQuery = {
  id: string
  label: string
  namespace: string
  metricName: string
  dimensions: Dimension[]
  statistic: Statistic
  periodMs: number
  unit: string | undefined
  returned: boolean
}

const mostQueries = 500

/** Limits and the id's pattern are documented; the sentences are guessed. */
export function checkQueries(queries: MetricDataQuery[] | undefined): CheckedQuery[] {
  const checked = (queries ?? []).map(checkQuery)
  if (checked.length === 0) throw validationException('The parameter MetricDataQueries is required.')
  if (checked.length > mostQueries) {
    throw validationException(`The collection MetricDataQueries must not have a size greater than ${mostQueries}.`)
  }
  const ids = new Set(checked.map(({ id }) => id))
  if (ids.size < checked.length)
    throw validationException('The values for parameter Id in MetricDataQueries are not unique.')
  return checked
}

function checkQuery({ Id, MetricStat, Expression, Label, ReturnData }: MetricDataQuery): CheckedQuery {
  const id = Id ?? ''
  if (!/^[a-z][A-Za-z0-9_]{0,254}$/.test(id))
    throw validationException(
      `The value ${id} for parameter Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$.`,
    )
  if (Expression !== undefined) {
    throw validationException(`The emulator doesn't have metric math yet: the query ${id} has an Expression.`)
  }
  const { Metric, Period = 0, Stat = '', Unit } = MetricStat ?? {}
  if (!Metric?.MetricName) throw validationException(`The query ${id} has neither a MetricStat nor an Expression.`)
  const statistic = statisticNamed(Stat)
  if (!statistic) throw validationException(`The emulator doesn't have the statistic ${Stat} of the query ${id} yet.`)
  // Seconds below a minute are for high-resolution metrics, which API Gateway doesn't publish.
  if (Period < 60 || Period % 60 !== 0) {
    throw validationException(`The value for parameter Period of the query ${id} must be a multiple of 60.`)
  }
  return {
    id,
    label: Label ?? Metric.MetricName,
    namespace: Metric.Namespace ?? '',
    metricName: Metric.MetricName,
    dimensions: Metric.Dimensions ?? [],
    statistic,
    periodMs: Period * 1000,
    unit: Unit,
    returned: ReturnData ?? true,
  }
}
