import type { StageMetrics } from '@callboard/shared-types/metrics/metrics.schemas'
import { Skeleton } from '../ui/skeleton'
import { count, duration, noData, percent } from '../lib/format'

const or = (value: number | null, text: (value: number) => string) => (value === null ? noData : text(value))
const share = (part: number | null, all: number | null) => (part === null || !all ? noData : percent(part / all))

type Figure = [title: string, value: string, note?: string]

function figuresOf(totals: StageMetrics['totals']): Figure[] {
  const { calls, errors4xx, errors5xx, cacheHits, cacheMisses } = totals
  const cacheable = cacheHits === null && cacheMisses === null ? null : (cacheHits ?? 0) + (cacheMisses ?? 0)
  return [
    ['Calls', or(calls, count)],
    ['5XX', share(errors5xx, calls), or(errors5xx, count)],
    ['4XX', share(errors4xx, calls), or(errors4xx, count)],
    ['p50', or(totals.latencyP50Ms, duration)],
    ['p90', or(totals.latencyP90Ms, duration)],
    ['p99', or(totals.latencyP99Ms, duration)],
    ['Cache hits', share(cacheHits, cacheable), or(cacheHits, count)],
  ]
}

/** Until the figures are there they have their places. */
const places = ['Calls', '5XX', '4XX', 'p50', 'p90', 'p99', 'Cache hits'].map((title): Figure => [title, ''])

/** The whole range in figures. */
export function TotalsStrip({ metrics }: { metrics: StageMetrics | undefined }) {
  const figures = metrics ? figuresOf(metrics.totals) : places
  return (
    <dl
      aria-busy={!metrics}
      aria-label="The whole range"
      className="border-line bg-panel flex flex-wrap gap-x-8 gap-y-2 rounded-lg border px-3.5 py-2.5"
    >
      {figures.map(([title, value, note]) => (
        <div key={title} className="flex flex-col">
          <dt className="text-ink-3 text-2xs">{title}</dt>
          <dd className="text-lg font-semibold">
            {metrics ? value : <Skeleton className="h-4 w-16" />}{' '}
            {note && note !== noData && <span className="text-ink-3 text-xs font-normal">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
