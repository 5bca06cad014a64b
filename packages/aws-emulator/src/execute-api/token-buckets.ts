import { LRUCache } from 'lru-cache'
import type { Place } from '../lib/store.ts'
import { forgetPlaces } from './forget-places.ts'

/** Refill a second, and how many fit. */
export type Limits = { rateLimit: number; burstLimit: number }

type Bucket = { tokens: number; at: number }

/** Sums of fractions fall a little short of the whole that they are. */
const rounding = 1e-9
/** Buckets that nobody took from for long are full, and forgotten first. */
const mostBuckets = 20_000

/** Token buckets on the world clock: a request takes one token, which comes back at the rate. */
export class TokenBuckets {
  readonly #buckets = new LRUCache<string, Bucket>({ max: mostBuckets })

  /** False where none is left. A rate or burst of 0 lets nothing through, a negative one everything (guessed). */
  take(key: string, { rateLimit, burstLimit }: Limits, now: number): boolean {
    if (rateLimit < 0 || burstLimit < 0) return true
    if (rateLimit === 0 || burstLimit === 0) return false
    const bucket = this.#buckets.get(key) ?? { tokens: burstLimit, at: now }
    const refilled = bucket.tokens + ((now - bucket.at) * rateLimit) / 1000
    bucket.tokens = Math.min(burstLimit, refilled)
    bucket.at = now
    const taken = bucket.tokens >= 1 - rounding
    if (taken) bucket.tokens -= 1
    this.#buckets.set(key, bucket)
    return taken
  }

  forget(matches: (place: Place) => boolean): void {
    forgetPlaces(this.#buckets, matches)
  }
}
