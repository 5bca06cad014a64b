import { seededRandom } from '../lib/random.ts'
import { callRate, type TrafficProfile } from './traffic-profile.ts'

export const minuteMs = 60_000

/**
 * When the calls of one minute come, in ms after its start, ascending: how many is the rate of the hour give or take a
 * little, and each comes somewhere in its own share of the minute. The same seed gives the same plan.
 */
export function planArrivals(profile: TrafficProfile, minuteStart: number, seed: number): Uint16Array {
  const random = seededRandom(seed)
  const expected = callRate(profile, minuteStart)
  const spread = Math.sqrt(expected) * (random() + random() + random() - 1.5) * 2
  const count = Math.max(0, Math.floor(expected + spread + random()))
  const step = minuteMs / count
  const arrivals = new Uint16Array(count)
  for (let index = 0; index < count; index++) arrivals[index] = Math.floor((index + random()) * step)
  return arrivals
}
