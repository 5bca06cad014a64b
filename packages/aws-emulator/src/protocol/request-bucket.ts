import { processMs } from '../lib/clock.ts'
import type { Place } from '../lib/store.ts'

/** So many calls in so many seconds, of an account in a Region; `name` tells the bucket. */
export type Quota = { name: string; calls: number; seconds: number; burst?: number }

/** Whether the account may call now: the seconds to wait until it may, or 0, and then each quota is one token poorer. */
export type RequestBucket = { take(place: Place, own: Quota | undefined): number }

/** API Gateway's control plane allows 10 requests a second, burst 40, for all operations together (documented). */
const allTogether: Quota = { name: 'all', calls: 10, seconds: 1, burst: 40 }

type Bucket = { tokens: number; at: number }

export function createRequestBucket(nowMs: () => number = processMs): RequestBucket {
  const buckets = new Map<string, Bucket>()

  function filled({ account, region }: Place, { name, calls, seconds, burst = calls }: Quota) {
    const key = `${account}/${region}/${name}`
    const now = nowMs()
    const { tokens, at } = buckets.get(key) ?? { tokens: burst, at: now }
    const bucket = { tokens: Math.min(burst, tokens + ((now - at) / 1000) * (calls / seconds)), at: now }
    buckets.set(key, bucket)
    return { bucket, wait: bucket.tokens >= 1 ? 0 : Math.ceil((1 - bucket.tokens) * (seconds / calls)) }
  }

  return {
    take(place, own) {
      const found = [allTogether, ...(own ? [own] : [])].map((quota) => filled(place, quota))
      const wait = Math.max(...found.map((one) => one.wait))
      if (wait === 0) for (const { bucket } of found) bucket.tokens -= 1
      return wait
    },
  }
}
