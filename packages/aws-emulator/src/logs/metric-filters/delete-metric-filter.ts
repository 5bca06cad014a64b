import type { DeleteMetricFilterRequest } from '@aws-sdk/client-cloudwatch-logs'
import type { RpcContext } from '../../protocol/rpc-call.ts'
import { findGroup } from '../log-groups.ts'
import { deleteFilter } from './metric-filter.ts'

/** What it published stays. */
export function deleteMetricFilter(context: RpcContext, { logGroupName, filterName = '' }: DeleteMetricFilterRequest) {
  const { name: group } = findGroup(context, logGroupName)
  deleteFilter(context.unit, group, filterName, context.now)
}
