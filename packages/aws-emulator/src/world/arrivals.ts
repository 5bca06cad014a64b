import { seededRandom, type Random } from '../lib/random.ts'
import { callRate, type TrafficProfile } from './traffic-profile.ts'

export const minuteMs = 60_000

/** How many calls come in one minute: the rate of the hour give or take a little. The same seed gives the same count. */
export const countArrivals = (profile: TrafficProfile, minuteStart: number, seed: number): number =>
  drawCount(profile, minuteStart, seededRandom(seed))

/** When they come, in ms after the minute's start, ascending: each somewhere in its own share of the minute. */
export function planArrivals(profile: TrafficProfile, minuteStart: number, seed: number): Uint16Array {
  const random = seededRandom(seed)
  const count = drawCount(profile, minuteStart, random)
  const step = minuteMs / count
  const arrivals = new Uint16Array(count)
  for (let index = 0; index < count; index++) arrivals[index] = Math.floor((index + random()) * step)
  return arrivals
}

function drawCount(profile: TrafficProfile, minuteStart: number, random: Random): number {
  const expected = callRate(profile, minuteStart)
  const spread = Math.sqrt(expected) * (random() + random() + random() - 1.5) * 2
  return Math.max(0, Math.floor(expected + spread + random()))
}
