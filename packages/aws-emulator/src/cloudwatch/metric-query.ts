import type { MetricDataQuery, MetricStat } from '@aws-sdk/client-cloudwatch'
import type { Expression } from '../lib/expression/expression.ts'
import { validationException } from './errors.ts'
import { MathError } from './metric-math/math-value.ts'
import { idsIn, parseMath } from './metric-math/parse-math.ts'
import type { MetricStatistic } from './read-points.ts'
import { statisticNamed } from './statistics.ts'

type Named = { id: string; label: string | undefined; returned: boolean }

export type StatQuery = Named & { kind: 'stat' } & MetricStatistic
export type MathQuery = Named & { kind: 'math'; text: string; expression: Expression; periodMs: number | undefined }
export type CheckedQuery = StatQuery | MathQuery

const mostQueries = 500

/** Limits and the id's pattern are documented; the sentences are guessed where no comment says otherwise. */
export function checkQueries(queries: MetricDataQuery[] | undefined): CheckedQuery[] {
  const checked = (queries ?? []).map((query, index) => checkQuery(query, index + 1))
  if (checked.length === 0) throw validationException('The parameter MetricDataQueries is required.')
  if (checked.length > mostQueries) {
    throw validationException(`The collection MetricDataQueries must not have a size greater than ${mostQueries}.`)
  }
  const ids = new Set(checked.map(({ id }) => id))
  if (ids.size < checked.length)
    throw validationException('The values for parameter Id in MetricDataQueries are not unique.')
  for (const query of checked) if (query.kind === 'math') checkIds(query, ids)
  return checked
}

function checkQuery(query: MetricDataQuery, number: number): CheckedQuery {
  const { Id, MetricStat, Expression, Label, ReturnData, Period } = query
  const id = Id ?? ''
  if (!/^[a-z][A-Za-z0-9_]{0,254}$/.test(id))
    throw validationException(
      `The value ${id} for parameter Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$.`,
    )
  const named = { id, label: Label, returned: ReturnData ?? true }
  if ((MetricStat === undefined) === (Expression === undefined)) {
    // The sentence is the one that moto has from AWS.
    throw validationException(`The parameter MetricDataQueries.member.${number}.MetricStat is required.\n`)
  }
  if (Expression !== undefined) return mathQuery(named, Expression, Period)
  return { kind: 'stat', ...named, ...checkMetricStat(id, MetricStat ?? {}) }
}

function checkMetricStat(id: string, asked: Partial<MetricStat>): MetricStatistic {
  const { Metric, Period = 0, Stat = '', Unit } = asked
  if (!Metric?.MetricName) throw validationException(`The parameter MetricStat.Metric.MetricName of ${id} is required.`)
  if (!statisticNamed(Stat)) throw validationException(`The value ${Stat} for parameter Stat is not supported.`)
  checkPeriod(Period)
  const { Namespace: namespace = '', MetricName: name, Dimensions: dimensions = [] } = Metric
  return { metric: { namespace, name, dimensions }, stat: Stat, periodMs: Period * 1000, unit: Unit }
}

/** Seconds below a minute are for high-resolution metrics, which API Gateway doesn't publish: they find nothing here. */
export function checkPeriod(period: number): void {
  if (period > 0 && period % 60 === 0) return
  throw validationException('The parameter Period must be a multiple of 60.')
}

function mathQuery(named: Named, text: string, period: number | undefined): MathQuery {
  if (period !== undefined) checkPeriod(period)
  try {
    const periodMs = period === undefined ? undefined : period * 1000
    return { kind: 'math', ...named, text, expression: parseMath(text), periodMs }
  } catch (error) {
    throw expressionRefusal(named.id, error)
  }
}

function checkIds({ id, expression }: MathQuery, ids: Set<string>): void {
  for (const mentioned of idsIn(expression)) {
    if (!ids.has(mentioned)) {
      throw validationException(`Error in expression '${id}': The following ids are not defined: [${mentioned}]`)
    }
  }
}

/** What isn't a mistake in an expression goes on as it is. `Error in expression 'e1': …` was seen on AWS. */
export function expressionRefusal(id: string, error: unknown): unknown {
  return error instanceof MathError ? validationException(`Error in expression '${id}': ${error.message}`) : error
}
