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

/** Whose call it is: the same whenever it is looked at. */
export function callerOf(callers: Caller[], at: number, seed: number, number: number): string | undefined {
  const there = ({ from = -Infinity, until = Infinity }: Caller) => at >= from && at < until
  let all = 0
  for (const caller of callers) if (there(caller)) all += caller.weight
  let left = unitOf(mixedSeed(seed, number)) * all
  for (const caller of callers) {
    if (!there(caller)) continue
    left -= caller.weight
    if (left < 0) return caller.keyId
  }
  return undefined
}
