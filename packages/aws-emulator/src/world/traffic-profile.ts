/** Who calls a stage in the background: how often, when, and which routes. */
export type TrafficProfile = {
  /** Calls a minute at the busiest time of a working day. */
  peakPerMinute: number
  /** Calls a minute at the quietest. */
  quietPerMinute: number
  /** What Saturday and Sunday have of it; without it every day is the same. */
  weekendShare?: number
  calls: TrafficCall[]
}

/** One kind of call and its share of the traffic: weights are relative. */
export type TrafficCall = {
  method: string
  path: string
  weight: number
  /** How many different things such calls ask for, as the cache sees it; 1 without it. */
  distinct?: number
}

const hourMs = 60 * 60 * 1000
const dayMs = 24 * hourMs
const busiestHour = 14
/** The epoch was a Thursday. */
const firstSaturday = 2 * dayMs
/** How long the week takes to turn into the weekend, and back. */
const turnMs = 6 * hourMs

/** Calls a minute at an instant: a day's wave in UTC, highest in the early afternoon, lower at the weekend. */
export function callRate({ peakPerMinute, quietPerMinute, weekendShare = 1 }: TrafficProfile, instant: number): number {
  const hour = ((instant % dayMs) / dayMs) * 24
  const wave = (1 + Math.cos(((hour - busiestHour) / 24) * 2 * Math.PI)) / 2
  const rate = quietPerMinute + (peakPerMinute - quietPerMinute) * wave
  return rate * (1 - (1 - weekendShare) * weekendness(instant))
}

/** Calls a minute, over a whole week. */
export const meanRate = ({ peakPerMinute, quietPerMinute, weekendShare = 1 }: TrafficProfile): number =>
  ((peakPerMinute + quietPerMinute) / 2) * ((5 + 2 * weekendShare) / 7)

/** 0 on working days, 1 at the weekend, in between around its two midnights. */
function weekendness(instant: number): number {
  const sinceSaturday = (instant - firstSaturday + turnMs / 2) % (7 * dayMs)
  const since = (length: number) => Math.min(1, Math.max(0, (sinceSaturday - length) / turnMs))
  return since(0) - since(2 * dayMs)
}
