import type { Place } from '../lib/store.ts'
import { minuteMs } from '../world/arrivals.ts'
import type { Timeline } from '../world/timeline.ts'
import type { Traffic } from '../world/traffic.ts'
import type { Selection } from './dimensions.ts'
import type { Metric } from './metrics.ts'
import { countOf, type Requests } from './samples.ts'
import type { Statistic } from './statistics.ts'

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

/** One datapoint for each period that has requests; none where there were none. Oldest first. */
export function readSeries(source: Source, query: SeriesQuery): Datapoint[] {
  const { traffic, place, now } = source
  const { selection, periodMs } = query
  const timelines = traffic.timelinesOf(place).filter((timeline) => selects(selection, timeline))
  const points: Datapoint[] = []
  for (let at = query.from; at < query.to && at <= now; at += periodMs) {
    const values = valuesBetween(source, timelines, query, at, Math.min(at + periodMs, query.to))
    if (values.length > 0) points.push({ at, value: query.statistic(values) })
  }
  return points
}

const selects = ({ apiName, stageName }: Selection, timeline: Timeline) =>
  (stageName === undefined || timeline.stageName === stageName) &&
  timeline.entries.some((entry) => entry.apiName === apiName)

function valuesBetween(source: Source, timelines: Timeline[], query: SeriesQuery, from: number, to: number) {
  const { traffic, place, now } = source
  const parts: Requests[] = []
  for (const timeline of timelines) {
    const begins = timeline.entries[0]?.from ?? Infinity
    for (let minute = from; minute < to && minute <= now; minute += minuteMs) {
      if (minute + minuteMs > begins) parts.push(...traffic.requestsOf(place, timeline, minute))
    }
  }
  return collect(parts, query)
}

function collect(parts: Requests[], { metric, selection }: SeriesQuery): Uint16Array {
  const { apiName, includes } = selection
  const { valueOf } = metric
  const values = new Uint16Array(parts.reduce((sum, part) => sum + countOf(part), 0))
  let count = 0
  for (const part of parts) {
    const { samples, picks } = part
    if (samples.apiName !== apiName) continue
    const length = countOf(part)
    for (let index = 0; index < length; index++) {
      const at = picks ? (picks[index] ?? 0) : index
      if (includes && !includes(samples, at)) continue
      const value = valueOf(samples, at)
      if (value !== undefined) values[count++] = value
    }
  }
  return values.subarray(0, count)
}
