import type { Place, Store } from '../lib/store.ts'
import { mixedSeed, unitOf } from '../lib/random.ts'
import { timelineKey } from './timeline.ts'

/** One who calls a stage in the background with a key of their own. */
export type Caller = {
  keyId: string
  /** Their share of the calls that take a key: weights are relative. */
  weight: number
  /** When they began, and when they stopped (world ms). */
  from?: number
  until?: number
}

export const callersKind = 'callers'

export const callersOf = (store: Store, place: Place, apiId: string, stageName: string): Caller[] =>
  store.get<Caller[]>(place, callersKind, timelineKey(apiId, stageName)) ?? noCallers

const noCallers: Caller[] = []

export const callersAt = (callers: Caller[], at: number): Caller[] =>
  callers.filter(({ from = -Infinity, until = Infinity }) => at >= from && at < until)

/** Whether all who call at the start do until the end, and nobody else. */
export const sameCallers = (callers: Caller[], start: number, end: number): boolean =>
  callers.every(({ from = start, until = start }) => (from <= start || from >= end) && (until <= start || until >= end))

/** Whose call it is, of those who call then: the same whenever it is looked at. */
export const callerOf = (callers: Caller[], seed: number, number: number): string | undefined =>
  callers[callerPlace(callers, weightOf(callers), seed, number)]?.keyId

export const weightOf = (callers: Caller[]): number => callers.reduce((sum, { weight }) => sum + weight, 0)

/** Where among the callers it is, -1 for nobody's. @param all what they weigh together, which many calls have in common */
export function callerPlace(callers: Caller[], all: number, seed: number, number: number): number {
  let left = unitOf(mixedSeed(seed, number)) * all
  for (let place = 0; place < callers.length; place++) {
    left -= callers[place]!.weight
    if (left < 0) return place
  }
  return -1
}
