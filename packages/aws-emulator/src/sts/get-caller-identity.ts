import type { GetCallerIdentityResponse } from '@aws-sdk/client-sts'
import type { RpcContext } from '../protocol/rpc-call.ts'
import { identityOf } from './identity.ts'

/** Anyone may ask (documented). */
export function getCallerIdentity({ caller }: RpcContext): GetCallerIdentityResponse {
  const { account: Account, arn: Arn, userId: UserId } = identityOf(caller)
  return { Account, Arn, UserId }
}
