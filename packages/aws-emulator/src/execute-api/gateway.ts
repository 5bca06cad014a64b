import type { WebAclRecord } from '../apigateway/records.ts'
import type { UsageReader } from '../apigateway/usage-reader.ts'
import type { Place } from '../lib/store.ts'
import type { Random } from '../lib/random.ts'
import type { Settings } from '../lib/settings.ts'
import type { Surroundings } from '../world/surroundings.ts'
import type { AuthorizerCache } from './authorizer-cache.ts'
import type { FindKey, FindPlan } from './key-ring.ts'
import type { CallBackend } from './integrations/call-backend.ts'
import type { ResponseCache } from './response-cache.ts'
import type { TokenBuckets } from './token-buckets.ts'
import type { UsageMeter } from './usage-meter.ts'

/** What the steps of a request work with besides the request. */
export type Gateway = {
  findKey: FindKey
  findPlan: FindPlan
  buckets: Pick<TokenBuckets, 'take'>
  usage: UsageReader & Pick<UsageMeter, 'count'>
  cache: Pick<ResponseCache, 'get' | 'put'>
  authorizerCache: Pick<AuthorizerCache, 'get' | 'put'>
  callBackend: CallBackend
  webAcl(place: Place, key: string): WebAclRecord | undefined
  surroundings: Surroundings
  random: Random
  settings: Settings
}
