import { quotaWindow, type Quota } from './plan-rules.ts'
import { dayStartMs } from './usage-days.ts'

const dayMs = 86_400_000

/** Of so many finished days the pace is taken. */
const paceDays = 7

export interface UsageByDay {
  /** `2026-01-15` …, the last being today. */
  days: string[]
  /** Null where it isn't known. */
  used: (number | null)[]
}

export interface Forecast {
  fromMs: number
  toMs: number
  used: number
  remaining: number
  pacePerDay: number
  /** Null where the period ends before it runs out. */
  runsOutMs: number | null
}

/**
 * How a key's quota goes on if its calls do as in the last days that are over; on its first day, as today until now.
 * @param remaining AWS's own figure, which an extension raises
 */
export function forecastQuota(quota: Quota, { days, used }: UsageByDay, remaining: number, nowMs: number): Forecast {
  const { fromMs, toMs } = quotaWindow(quota, nowMs)
  const inPeriod = used.filter((_, n) => dayStartMs(days[n]!) >= fromMs)
  const sum = inPeriod.reduce<number>((total, value) => total + (value ?? 0), 0)
  const pacePerDay = paceOf(days, used, nowMs)
  const lastsMs = pacePerDay > 0 ? (remaining / pacePerDay) * dayMs : Infinity
  const runsOutMs = remaining <= 0 ? nowMs : nowMs + lastsMs
  return { fromMs, toMs, used: sum, remaining, pacePerDay, runsOutMs: runsOutMs < toMs ? Math.round(runsOutMs) : null }
}

function paceOf(days: string[], used: (number | null)[], nowMs: number): number {
  const finished = used.slice(0, -1).slice(-paceDays)
  const known = finished.filter((value) => value !== null)
  const began = known.findIndex((value) => value > 0)
  // A key that was handed out the day before yesterday has a pace of two days, not of seven.
  if (began >= 0) return known.slice(began).reduce((sum, value) => sum + value, 0) / (known.length - began)
  const today = used.at(-1) ?? 0
  const passed = (nowMs - dayStartMs(days.at(-1)!)) / dayMs
  return passed > 0 ? today / passed : 0
}

export type Trend = 'new' | 'vanished' | 'steady' | 'silent'

const recentDays = 7

/** New: nothing before the last 7 days. Vanished: nothing in them, but before. */
export function trendOf(used: (number | null)[]): Trend {
  const called = (part: (number | null)[]) => part.some((value) => value !== null && value > 0)
  const lately = called(used.slice(-recentDays))
  const before = called(used.slice(0, -recentDays))
  if (lately) return before ? 'steady' : 'new'
  return before ? 'vanished' : 'silent'
}
