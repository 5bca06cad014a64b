import type { DeleteRetentionPolicyRequest, PutRetentionPolicyRequest } from '@aws-sdk/client-cloudwatch-logs'
import { validationError } from '../lib/aws-error.ts'
import type { RpcContext } from '../protocol/rpc-call.ts'
import { findGroup, putGroup } from './log-groups.ts'

/** Documented. */
const allowedDays = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
]

/** Events that are older are no longer there, from the next look on. */
export function putRetentionPolicy(context: RpcContext, input: PutRetentionPolicyRequest): void {
  const { logGroupName, retentionInDays = 0 } = input
  const group = findGroup(context, logGroupName)
  if (!allowedDays.includes(retentionInDays)) {
    throw validationError([
      `Value '${retentionInDays}' at 'retentionInDays' failed to satisfy constraint: ` +
        `Member must satisfy enum value set: [${allowedDays.join(', ')}]`,
    ])
  }
  putGroup(context.unit, { ...group, retentionInDays })
}

export function deleteRetentionPolicy(context: RpcContext, { logGroupName }: DeleteRetentionPolicyRequest): void {
  putGroup(context.unit, { ...findGroup(context, logGroupName), retentionInDays: undefined })
}
