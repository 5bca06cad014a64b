import type { DeleteLogGroupRequest } from '@aws-sdk/client-cloudwatch-logs'
import type { RpcContext } from '../protocol/rpc-call.ts'
import { findGroup, putGroup } from './log-groups.ts'
import { deleteFiltersOf } from './metric-filters/metric-filter.ts'

/** A stage that goes on logging there makes no new one, as API Gateway's documentation warns. */
export function deleteLogGroup(context: RpcContext, { logGroupName: name = '' }: DeleteLogGroupRequest): void {
  const group = findGroup(context, name)
  const { emulator, place, unit, now } = context
  emulator.logs.drop(place, name)
  deleteFiltersOf(unit, name, now)
  putGroup(unit, { name, createdAt: group.createdAt, emptyUntil: now, deleted: true })
}
