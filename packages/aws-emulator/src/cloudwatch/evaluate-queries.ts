import { setImmediate } from 'node:timers/promises'
import type { MessageData } from '@aws-sdk/client-cloudwatch'
import { knownMetrics } from './known-metrics.ts'
import { validationException } from './errors.ts'
import { evaluate, type MathScope } from './metric-math/evaluate.ts'
import type { Grid } from './metric-math/fill.ts'
import { isSeries, MathError, type MathValue, type Series } from './metric-math/math-value.ts'
import { expressionRefusal, type CheckedQuery, type MathQuery, type StatQuery } from './metric-query.ts'
import { readPoints, type PointSource } from './read-points.ts'
import { parseSearch } from './search.ts'

export type Range = { from: number; to: number }

/** What became of a query: one series, or as many as its expression has. */
export type Evaluated = { query: CheckedQuery; series: Series[]; isArray: boolean; messages: MessageData[] }

const mostFound = 500
const twoWeeksMs = 14 * 24 * 3_600_000

/** Seen on AWS. */
const dropped: MessageData = {
  Code: 'ArithmeticError',
  Value: 'One or more data-points have been dropped due to non-numeric values (NaN, -Infinite, +Infinite)',
}

/** Evaluates those queries that are to be returned, and whatever their expressions need. */
export async function evaluateQueries(
  source: PointSource,
  queries: CheckedQuery[],
  range: Range,
): Promise<Evaluated[]> {
  const evaluation = new Evaluation(source, queries, range)
  const evaluated: Evaluated[] = []
  for (const query of queries.filter(({ returned }) => returned)) {
    evaluated.push(evaluation.result(query))
    // A day of a busy stage takes a while to work out: others get their turn in between.
    await setImmediate()
  }
  return evaluated
}

/** One of the queries, at once. */
export const evaluateQuery = (
  source: PointSource,
  queries: CheckedQuery[],
  range: Range,
  query: CheckedQuery,
): Series[] => new Evaluation(source, queries, range).result(query).series

class Evaluation {
  readonly #source: PointSource
  readonly #queries: Map<string, CheckedQuery>
  readonly #range: Range
  readonly #values = new Map<string, MathValue>()
  readonly #underWay = new Set<string>()
  readonly #messages = new Map<string, MessageData[]>()

  constructor(source: PointSource, queries: CheckedQuery[], range: Range) {
    this.#source = source
    this.#queries = new Map(queries.map((query) => [query.id, query]))
    this.#range = range
  }

  result(query: CheckedQuery): Evaluated {
    const value = this.#valueOf(query)
    const messages = this.#messages.get(query.id) ?? []
    if (Array.isArray(value)) return { query, series: value, isArray: true, messages }
    if (isSeries(value)) return { query, series: [value], isArray: false, messages }
    throw validationException(`Error in expression '${query.id}': The expression must return a time series`)
  }

  #valueOf(query: CheckedQuery): MathValue {
    const known = this.#values.get(query.id)
    if (known !== undefined) return known
    const value = query.kind === 'stat' ? this.#read(query) : this.#compute(query)
    this.#values.set(query.id, value)
    return value
  }

  #read(query: StatQuery): Series {
    const { id, metric, stat, periodMs } = query
    const points = readPoints(this.#source, query, this.#range.from, this.#range.to)
    return { ...points, id, label: metric.name, metric, stat, periodMs }
  }

  #compute(query: MathQuery): MathValue {
    if (this.#underWay.has(query.id)) {
      throw validationException(`Error in expression '${query.id}': Circular reference between expressions`)
    }
    this.#underWay.add(query.id)
    try {
      const value = evaluate(query.expression, this.#scopeOf(query))
      if (!isSeries(value)) return value
      return { ...value, id: query.id, label: query.id }
    } catch (error) {
      throw expressionRefusal(query.id, error)
    } finally {
      this.#underWay.delete(query.id)
    }
  }

  #scopeOf(query: MathQuery): MathScope {
    const grid = this.#gridOf(query)
    return {
      id: query.id,
      grid,
      valueOf: (id) => {
        const found = this.#queries.get(id)
        if (!found) throw new MathError(`The following ids are not defined: [${id}]`)
        return this.#valueOf(found)
      },
      metrics: (containing) =>
        [...this.#queries.values()]
          .filter(({ id, kind }) => kind === 'stat' && id.includes(containing))
          .map((found) => this.#valueOf(found) as Series),
      search: (text, stat, period) => this.#search(query, text, stat, (period ?? grid.periodMs / 1000) * 1000),
      onDropped: () => this.#messages.set(query.id, [dropped]),
    }
  }

  /** Without a period of its own an expression has the longest of the request's metrics (guessed). */
  #gridOf({ periodMs }: MathQuery): Grid {
    const periods = [...this.#queries.values()].flatMap((query) => (query.kind === 'stat' ? [query.periodMs] : []))
    const { from, to } = this.#range
    const longest = periods.length > 0 ? Math.max(...periods) : 300_000
    return { from, to: Math.min(to, this.#source.now + 1), periodMs: periodMs ?? longest }
  }

  #search(query: MathQuery, text: string, stat: string, periodMs: number): Series[] {
    const matches = parseSearch(text)
    const found = knownMetrics(this.#source, this.#source.now - twoWeeksMs).filter(matches)
    if (found.length > mostFound) this.#messages.set(query.id, [tooMany(found.length)])
    return found.slice(0, mostFound).map((metric) => {
      const points = readPoints(
        this.#source,
        { metric, stat, periodMs, unit: undefined },
        this.#range.from,
        this.#range.to,
      )
      return { ...points, id: query.id, label: '', metric, stat, periodMs }
    })
  }
}

/** The code is documented, the sentence guessed. */
const tooMany = (count: number): MessageData => ({
  Code: 'MaxMetricsExceeded',
  Value: `The search found ${count} metrics; only the first ${mostFound} are returned`,
})
