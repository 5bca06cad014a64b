import { isoInstant } from '../lib/clock.ts'
import type { Series } from './metric-math/math-value.ts'

/** Series that one expression found are told apart by what differs between them: metric, statistic, dimensions (documented). */
export function labelFound(series: Series[], label: string | undefined): string[] {
  const parts = series.map(({ metric, label: own }) =>
    metric ? [metric.name, ...metric.dimensions.map(({ Value = '' }) => Value)] : [own],
  )
  const differs = (index: number) => new Set(parts.map((own) => own[index])).size > 1
  return parts.map((own, at) => {
    const differing = own.filter((_, index) => differs(index)).join(' ') || (own[0] ?? '')
    if (label === undefined || label === '') return differing
    return label.includes('${') ? dynamicLabel(label, series[at]!) : `${label} ${differing}`
  })
}

const patterns = /\$\{([A-Z_]+)(?:\('([^']*)'\))?\}/g

/** Fills in `${AVG}`, `${LAST}`, `${PROP('Dim.Stage')}` and their like (documented); others stay as they are. */
export function dynamicLabel(label: string, series: Series): string {
  if (!label.includes('${')) return label
  return label.replaceAll(patterns, (whole, name: string, property?: string) => {
    if (name === 'PROP') return property === undefined ? whole : (propertyOf(series, property) ?? whole)
    return figureOf(series, name) ?? whole
  })
}

function propertyOf({ metric, stat, periodMs }: Series, property: string): string | undefined {
  if (property === 'Period') return String(periodMs / 1000)
  if (property === 'Stat') return stat
  if (property === 'MetricName') return metric?.name
  if (property === 'Namespace') return metric?.namespace
  const [, dimension] = /^Dim\.(.+)$/.exec(property) ?? []
  return metric?.dimensions.find(({ Name }) => Name === dimension)?.Value
}

const folds: Record<string, (values: number[]) => number> = {
  AVG: (values) => values.reduce((sum, value) => sum + value, 0) / values.length,
  SUM: (values) => values.reduce((sum, value) => sum + value, 0),
  MIN: (values) => values.reduce((a, b) => Math.min(a, b)),
  MAX: (values) => values.reduce((a, b) => Math.max(a, b)),
  FIRST: (values) => values[0]!,
  LAST: (values) => values.at(-1)!,
}

function figureOf({ label, values, at }: Series, name: string): string | undefined {
  if (name === 'LABEL') return label
  if (name === 'DATAPOINT_COUNT') return String(values.length)
  if (values.length === 0) return '--'
  const instants: Record<string, number | undefined> = {
    FIRST_TIME: at[0],
    LAST_TIME: at.at(-1),
    MIN_TIME: at[values.indexOf(folds['MIN']!(values))],
    MAX_TIME: at[values.indexOf(folds['MAX']!(values))],
  }
  const instant = instants[name]
  if (instant !== undefined) return isoInstant(instant)
  const fold = folds[name.replace('_RELATIVE', '')]
  return fold ? String(Math.round(fold(values) * 1000) / 1000) : undefined
}
