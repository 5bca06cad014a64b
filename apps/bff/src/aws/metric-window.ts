import type { SeenRange } from '@callboard/shared-types/lib/time-range'

/** From `fromMs` (inclusive) to `toMs` (exclusive), both on multiples of the period. */
export interface Window {
  fromMs: number
  toMs: number
  periodSeconds: number
}

/** The window of `lengthMs` that ends with the last finished period before `nowMs`. */
export function windowBefore(nowMs: number, lengthMs: number, periodSeconds: number): Window {
  const periodMs = periodSeconds * 1_000
  const toMs = Math.floor(nowMs / periodMs) * periodMs
  return { fromMs: toMs - Math.ceil(lengthMs / periodMs) * periodMs, toMs, periodSeconds }
}

/**
 * CloudWatch shows a minute one to three minutes after it is over (metrics 5.2). Points of a minute come as they come and
 * are asked for again; a longer period is asked for once, when all of it is there.
 */
const lagMs = (periodSeconds: number) => (periodSeconds >= 300 ? 120_000 : 0)

/** A range as it can be asked for: finished periods only, so that everybody asks the same until the next one is due. */
export interface RangeWindow extends Window {
  /** Where the range ends; what lies between the window's end and this isn't finished. */
  shownToMs: number
  /** When there can be a point more; null when the range is over. */
  nextMs: number | null
}

export function windowOf(
  { fromMs, toMs, endsNow, slides }: SeenRange,
  nowMs: number,
  periodSeconds: number,
): RangeWindow {
  const periodMs = periodSeconds * 1_000
  const finished = Math.floor((nowMs - lagMs(periodSeconds)) / periodMs) * periodMs
  const last = Math.ceil(toMs / periodMs) * periodMs
  const to = endsNow ? finished : Math.min(last, finished)
  // What slides keeps its length, so that a day is compared with a day.
  const from = slides ? to - Math.ceil((toMs - fromMs) / periodMs) * periodMs : Math.floor(fromMs / periodMs) * periodMs
  return {
    // One point at least, however short the range and long the period.
    fromMs: Math.min(from, to - periodMs),
    toMs: to,
    periodSeconds,
    shownToMs: endsNow ? nowMs : last,
    nextMs: endsNow || to < last ? to + periodMs + lagMs(periodSeconds) : null,
  }
}

/** How many points of a period a window has. */
export const pointsOf = ({ fromMs, toMs, periodSeconds }: Window): number =>
  Math.round((toMs - fromMs) / (periodSeconds * 1_000))
