import type { AwsError } from '../lib/aws-error.ts'
import type { Place } from '../lib/store.ts'
import type { Quota } from './request-bucket.ts'
import type { HttpAnswer } from './request.ts'

/** A request that has found its AWS operation, not yet done. */
export type ServiceCall = {
  service: 'apigateway' | 'cloudwatch' | 'logs' | 'sts' | 'cloudtrail'
  operation: string
  place: Place
  /** How the service says that one calls too often. */
  throttled: AwsError
  /** The operation's own quota, if it has one beside the service's. */
  quota?: Quota
  /** Does it. `stale` reads the state from before the last write. */
  run(stale: boolean): HttpAnswer | Promise<HttpAnswer>
}

/** How a service words an error on the wire. */
export type ErrorWriter = (error: AwsError) => HttpAnswer
