const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const units = { m: minute, h: hour, d: day, w: 7 * day } as const
const moment = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?Z`
const shapes = new RegExp(String.raw`^(?:(\d{1,5})([mhdw])|(${moment})\.\.(${moment})?)$`)

const isMoment = (text: string | undefined) => text === undefined || !Number.isNaN(Date.parse(text))

/**
 * A stretch of time as URLs and our wire spell it: `3h` (m, h, d, w; up to now), `2026-11-24T09:00Z..` (from a moment up
 * to now) or `2026-11-24T09:00Z..2026-11-24T10:00Z`.
 */
export type TimeRange = string

/** Whether a text is a range, spelled so. */
export function isTimeRange(text: string): text is TimeRange {
  const found = text.length <= 60 && shapes.exec(text)
  return found ? isMoment(found[3]) && isMoment(found[4]) : false
}

export const defaultRange: TimeRange = '3h'

/** CloudWatch keeps hourly points for 455 days (metrics 5.2). */
const longestMs = 455 * day
/** Less than a few points says nothing. */
const shortestMs = 5 * minute

/** What of a range couldn't be taken as it was given. */
export const rangeNotes = ['reversed', 'ends_in_future', 'too_long', 'too_short'] as const
export type RangeNote = (typeof rangeNotes)[number]

/** A range on the world's clock, epoch milliseconds. */
export interface SeenRange {
  fromMs: number
  toMs: number
  /** It goes on with the clock. */
  endsNow: boolean
  /** Its beginning goes on with the clock too. */
  slides: boolean
  notes: RangeNote[]
}

/** What a range is now: read the other way round, cut or widened where it has to be; null when all of it is still to come. */
export function seeRange(range: TimeRange, nowMs: number): SeenRange | null {
  const [, n, unit, fromText, toText] = shapes.exec(range) ?? []
  const asked = unit
    ? { from: nowMs - Number(n) * units[unit as keyof typeof units], to: nowMs }
    : { from: Date.parse(fromText!), to: toText === undefined ? nowMs : Date.parse(toText) }
  const notes: RangeNote[] = []
  let { from, to } = asked
  if (toText === undefined ? from >= nowMs : Math.min(from, to) >= nowMs) return null
  if (from > to) {
    notes.push('reversed')
    ;[from, to] = [to, from]
  }
  if (to > nowMs) {
    notes.push('ends_in_future')
    to = nowMs
  }
  if (nowMs - from > longestMs) {
    notes.push('too_long')
    from = nowMs - longestMs
    to = Math.max(to, from + shortestMs)
  }
  if (to - from < shortestMs) {
    notes.push('too_short')
    to = Math.min(nowMs, (from + to) / 2 + shortestMs / 2)
    from = to - shortestMs
  }
  return { fromMs: from, toMs: to, endsNow: to === nowMs, slides: unit !== undefined && notes.length === 0, notes }
}

/** Periods that divide hours or days evenly; CloudWatch takes any multiple of 60 seconds. */
const periods = [60, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200, 86_400, 172_800]

/** How many points a series has at most: of a chart as wide as the page, and of one half as wide. */
export const mostPoints = { full: 600, half: 300 } as const
export type ChartWidth = keyof typeof mostPoints

/**
 * The period of a point, in seconds: the finest that keeps a series within `most` points and that CloudWatch still has.
 * A minute is kept for 15 days, 5 minutes for 63, an hour after that (metrics 5.2).
 * @param ageMs how long ago the range begins
 */
export function periodFor(spanMs: number, ageMs: number, most: number): number {
  const kept = ageMs <= 15 * day ? 60 : ageMs <= 63 * day ? 300 : 3_600
  return periods.find((seconds) => seconds % kept === 0 && spanMs / (seconds * 1_000) <= most) ?? periods.at(-1)!
}

/** The period of a sparkline's point, in seconds: 5 minutes or more, some fifty points. */
export const sparklinePeriodFor = ({ fromMs, toMs }: SeenRange, nowMs: number): number =>
  Math.max(300, periodFor(toMs - fromMs, nowMs - fromMs, 60))

/** The way a range of instants is spelled, to the second. */
export const rangeBetween = (fromMs: number, toMs?: number): TimeRange =>
  `${spelled(fromMs)}..${toMs === undefined ? '' : spelled(toMs)}`

const spelled = (ms: number): string =>
  new Date(ms)
    .toISOString()
    .replace(/\.\d{3}Z$/, 'Z')
    .replace(/:00Z$/, 'Z')
