import type { PlannedUsage } from '../apigateway/usage-reader.ts'
import type { Place, Store } from '../lib/store.ts'
import { AuthorizerCache } from './authorizer-cache.ts'
import { ResponseCache } from './response-cache.ts'
import { TokenBuckets } from './token-buckets.ts'
import { createUsageMeter, type UsageMeter } from './usage-meter.ts'

/** What the data plane remembers from one request to the next. All of it has a bound. */
export type HeldState = {
  buckets: TokenBuckets
  cache: ResponseCache
  authorizerCache: AuthorizerCache
  usage: UsageMeter
  forget(matches: (place: Place) => boolean): void
}

export function createHeldState(store: Store, planned: PlannedUsage): HeldState {
  const held = {
    buckets: new TokenBuckets(),
    cache: new ResponseCache(),
    authorizerCache: new AuthorizerCache(),
    usage: createUsageMeter(store, planned),
  }
  return {
    ...held,
    forget(matches) {
      for (const part of Object.values(held)) part.forget(matches)
    },
  }
}
