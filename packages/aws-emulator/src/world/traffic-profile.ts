/** Who calls a stage in the background: how often, when, and which routes. */
export type TrafficProfile = {
  /** Calls a minute at the busiest time of day. */
  peakPerMinute: number
  /** Calls a minute at the quietest. */
  quietPerMinute: number
  calls: TrafficCall[]
}

/** One kind of call and its share of the traffic: weights are relative. */
export type TrafficCall = { method: string; path: string; weight: number }

const dayMs = 24 * 60 * 60 * 1000
const busiestHour = 14

/** Calls a minute at an instant: a day's wave in UTC, highest in the early afternoon. */
export function callRate({ peakPerMinute, quietPerMinute }: TrafficProfile, instant: number): number {
  const hour = ((instant % dayMs) / dayMs) * 24
  const wave = (1 + Math.cos(((hour - busiestHour) / 24) * 2 * Math.PI)) / 2
  return quietPerMinute + (peakPerMinute - quietPerMinute) * wave
}
