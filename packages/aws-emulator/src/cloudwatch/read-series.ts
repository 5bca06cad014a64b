import type { Place } from '../lib/store.ts'
import type { Traffic } from '../world/traffic.ts'
import type { Selection } from './dimensions.ts'
import type { Metric } from './metrics.ts'
import type { Requests } from './samples.ts'
import type { Statistic } from './statistics.ts'
import { Tally } from './tally.ts'

export type Datapoint = { at: number; value: number }
export type Source = { traffic: Traffic; place: Place; now: number }
export type SeriesQuery = {
  metric: Metric
  selection: Selection
  statistic: Statistic
  /** Whole minutes, in world ms: `from` is in, `to` is out. */
  from: number
  to: number
  periodMs: number
}

const values = new Tally()

/** One datapoint for each period that has requests; none where there were none. Oldest first. */
export function readSeries({ traffic, place, now }: Source, query: SeriesQuery): Datapoint[] {
  const { selection, periodMs } = query
  const timelines = traffic
    .timelinesOf(place, selection.apiName)
    .filter(({ stageName }) => stageName === (selection.stageName ?? stageName))
  const begins = Math.min(...timelines.map(({ entries }) => entries[0]?.from ?? Infinity))
  const points: Datapoint[] = []
  for (let at = query.from; at < query.to && at <= now; at += periodMs) {
    if (at + periodMs <= begins) continue
    values.clear()
    for (const timeline of timelines) {
      for (const requests of traffic.requestsBetween(place, timeline, at, Math.min(at + periodMs, query.to))) {
        count(requests, query)
      }
    }
    if (values.count > 0) points.push({ at, value: query.statistic(values) })
  }
  return points
}

function count({ samples, picks, times }: Requests, { metric, selection }: SeriesQuery): void {
  const { apiName, includes } = selection
  if (samples.apiName !== apiName || metric.appliesTo?.(samples) === false) return
  const column = metric.valuesOf?.(samples)
  const only = metric.onlyWhere?.(samples)
  if (picks && !only && !includes) {
    if (column) values.addPicked(column, picks)
    else values.add(1, picks.length)
    return
  }
  const length = picks?.length ?? samples.length
  for (let index = 0; index < length; index++) {
    const at = picks ? (picks[index] ?? 0) : index
    const often = times ? (times[index] ?? 0) : 1
    if (often === 0 || (only && only[at] === 0) || (includes && !includes(samples, at))) continue
    values.add(column ? (column[at] ?? 0) : 1, often)
  }
}
