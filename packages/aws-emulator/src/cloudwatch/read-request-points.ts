import type { Place } from '../lib/store.ts'
import { minuteMs } from '../world/arrivals.ts'
import type { Timeline } from '../world/timeline.ts'
import type { Traffic } from '../world/traffic.ts'
import type { Selection } from './dimensions.ts'
import type { Metric } from './metrics.ts'
import { MinuteValues } from './minute-values.ts'
import { noPoints, type Points } from './points.ts'
import type { Requests } from './samples.ts'
import { blockLength, type Block, type SeriesCache } from './series-cache.ts'
import type { Statistic } from './statistics.ts'
import { Tally } from './tally.ts'

type Source = { traffic: Traffic; seriesCache: SeriesCache; place: Place; now: number }

type Series = {
  metric: Metric
  selection: Selection
  statistic: Statistic
  periodMs: number
  /** The same for the same metric, selection and statistic. */
  key: string
}

const values = new Tally()

/**
 * One datapoint for each period that has requests; none where there were none. Periods are counted from the start
 * (guessed), which is a whole minute; the last may be cut short by the end, which is exclusive.
 */
export function readRequestPoints(source: Source, series: Series, from: number, to: number): Points {
  const points = noPoints()
  const timelines = timelinesOf(source, series)
  const { periodMs } = series
  const begins = Math.min(...timelines.map(({ entries }) => entries[0]?.from ?? Infinity))
  const skipped = Math.max(0, Math.floor((begins - from) / periodMs))
  const end = Math.min(to, source.now + 1)
  let at = from + (Number.isFinite(skipped) ? skipped : 0) * periodMs
  if (begins >= end) return points
  const put = (value: number) => {
    if (Number.isNaN(value)) return
    points.at.push(at)
    points.values.push(value)
  }
  const blockMs = periodMs * blockLength
  const settled = Math.min(source.now, source.traffic.settledUntil())
  while (at < end) {
    // Blocks lie on a grid of their own, so that a window that moves along with the clock finds them again.
    const inBlock = (at - (from % periodMs)) % blockMs
    const start = at - inBlock
    const block = start + blockMs <= settled ? readBlock(source, series, timelines, start) : undefined
    for (; at < end && at < start + blockMs; at += periodMs) {
      const isWhole = at + periodMs <= to
      put(
        block && isWhole
          ? block[(at - start) / periodMs]!
          : readPeriod(source, series, timelines, at, Math.min(at + periodMs, to)),
      )
    }
  }
  return points
}

function timelinesOf({ traffic, place }: Source, { selection: { apiName, stageName } }: Series): Timeline[] {
  const timelines = traffic.timelinesOf(place, apiName)
  return stageName === undefined ? timelines : timelines.filter((timeline) => timeline.stageName === stageName)
}

function readBlock(source: Source, series: Series, timelines: Timeline[], start: number): Block {
  const { account, region } = source.place
  const { key, periodMs } = series
  return source.seriesCache.block(`${account}/${region}/${key}/${periodMs}/${start}`, () => {
    const hour = periodMs === minuteMs ? readHour(source, series, timelines, start) : undefined
    if (hour) return hour
    return Float64Array.from({ length: blockLength }, (_, index) => {
      const at = start + index * periodMs
      return readPeriod(source, series, timelines, at, at + periodMs)
    })
  })
}

/** A block of minutes is an hour: where one stage's is at hand in order, nothing needs to be counted. */
function readHour(
  { traffic, place }: Source,
  { metric, selection: { apiName, includes }, statistic }: Series,
  timelines: Timeline[],
  start: number,
): Block | undefined {
  // Also of many stages: their minutes, which are then counted, come out of these hours.
  const [hour, ...more] = timelines.map((timeline) => traffic.hour(place, timeline, start))
  if (!hour || more.length > 0 || includes || hour.samples.apiName !== apiName) return undefined
  if (metric.appliesTo?.(hour.samples) === false) return undefined
  const values = MinuteValues.of(hour, metric)
  if (!values) return undefined
  const block = new Float64Array(blockLength)
  for (let minute = 0; minute < blockLength; minute++) {
    values.moveTo(minute)
    block[minute] = values.count === 0 ? NaN : statistic(values)
  }
  return block
}

function readPeriod({ traffic, place }: Source, series: Series, timelines: Timeline[], from: number, to: number) {
  values.clear()
  for (const timeline of timelines) {
    for (const requests of traffic.requestsBetween(place, timeline, from, to)) count(requests, series)
  }
  return values.count === 0 ? NaN : series.statistic(values)
}

function count({ samples, picks, times }: Requests, { metric, selection }: Series): void {
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
