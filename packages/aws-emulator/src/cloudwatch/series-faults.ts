import type { MessageData } from '@aws-sdk/client-cloudwatch'
import type { SeriesFault } from '../director/faults.ts'
import type { Evaluated } from './evaluate-queries.ts'
import type { MetricName } from './metric-name.ts'
import { idsIn } from './metric-math/parse-math.ts'
import type { Series } from './metric-math/math-value.ts'
import type { CheckedQuery } from './metric-query.ts'
import type { Points } from './points.ts'

export type SeriesStatus = { code: 'InternalError' | 'PartialData'; message: MessageData }

/** The codes are documented as status codes; that messages have them too, and the sentences, is guessed. */
const statuses: Record<SeriesFault['kind'], SeriesStatus> = {
  'internal-error': {
    code: 'InternalError',
    message: { Code: 'InternalError', Value: 'An internal error occurred. Retry your request.' },
  },
  'partial-data': {
    code: 'PartialData',
    message: { Code: 'PartialData', Value: 'Not all data points could be returned. Retry your request.' },
  },
}

/** Whether a metric that is read, or one that an expression needs, is meant; an expression goes wrong with what it needs. */
export function isHit(fault: SeriesFault, queries: CheckedQuery[], { query }: Evaluated, series: Series): boolean {
  const read = series.metric ? [series.metric] : metricsOf(query, new Map(queries.map((each) => [each.id, each])))
  return read.some((metric) => isMeant(fault, metric))
}

/** The status of a series, the worst of those that were ordered. */
export function statusOf(faults: SeriesFault[]): SeriesStatus | undefined {
  const [worst] = faults.toSorted((a, b) => (a.kind < b.kind ? -1 : 1))
  return worst && statuses[worst.kind]
}

/** Nothing after an error (guessed); of partial data the first half, in the order of the answer. */
export function pointsLeft({ at, values }: Points, status: SeriesStatus | undefined): Points {
  if (!status) return { at, values }
  const length = status.code === 'InternalError' ? 0 : Math.floor(at.length / 2)
  return { at: at.slice(0, length), values: values.slice(0, length) }
}

function metricsOf(query: CheckedQuery, queries: Map<string, CheckedQuery>): MetricName[] {
  if (query.kind === 'stat') return [query.metric]
  const needed = idsIn(query.expression).flatMap((id) => queries.get(id) ?? [])
  return needed.flatMap((each) => metricsOf(each, queries))
}

function isMeant({ metrics }: SeriesFault, { namespace, name, dimensions }: MetricName): boolean {
  const valueOf = (dimension: string) => dimensions.find(({ Name }) => Name === dimension)?.Value ?? ''
  return (
    fits(namespace, metrics.namespace) &&
    fits(name, metrics.name) &&
    Object.entries(metrics.dimensions).every(([dimension, pattern]) => fits(valueOf(dimension), pattern))
  )
}

const fits = (text: string, pattern: string) =>
  new RegExp(`^${pattern.split('*').map(literally).join('.*')}$`, 's').test(text)

const literally = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
