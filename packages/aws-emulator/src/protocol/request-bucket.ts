import { processMs } from '../lib/clock.ts'
import type { Place } from '../lib/store.ts'

/** Whether the account may call now; each yes costs one token. */
export type RequestBucket = { take(place: Place): boolean }

const perSecond = 10
const burst = 40

/** API Gateway's control plane allows 10 requests a second, burst 40, per account and region (documented). */
export function createRequestBucket(): RequestBucket {
  const buckets = new Map<string, { tokens: number; at: number }>()
  return {
    take({ account, region }) {
      const key = `${account}/${region}`
      const now = processMs()
      const { tokens, at } = buckets.get(key) ?? { tokens: burst, at: now }
      const filled = Math.min(burst, tokens + ((now - at) / 1000) * perSecond)
      const allowed = filled >= 1
      buckets.set(key, { tokens: allowed ? filled - 1 : filled, at: now })
      return allowed
    },
  }
}
