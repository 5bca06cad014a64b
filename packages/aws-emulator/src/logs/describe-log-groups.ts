import type { DescribeLogGroupsRequest, DescribeLogGroupsResponse } from '@aws-sdk/client-cloudwatch-logs'
import type { RpcContext } from '../protocol/rpc-call.ts'
import { invalidParameter } from './errors.ts'
import { logGroupArn, logGroups, type LogGroup } from './log-groups.ts'
import { filtersOf } from './metric-filters/metric-filter.ts'
import { pageOf } from './page.ts'

const defaultPage = 50

/** In the order of their names (documented). How much is stored isn't counted. */
export function describeLogGroups(context: RpcContext, input: DescribeLogGroupsRequest): DescribeLogGroupsResponse {
  const { logGroupNamePrefix, logGroupNamePattern, logGroupIdentifiers, limit, nextToken } = input
  if (logGroupNamePrefix !== undefined && logGroupNamePattern !== undefined) {
    // The sentence is guessed.
    throw invalidParameter('LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.')
  }
  const found = logGroups(context).filter(
    ({ name }) =>
      name.startsWith(logGroupNamePrefix ?? '') &&
      name.toLowerCase().includes((logGroupNamePattern ?? '').toLowerCase()) &&
      (logGroupIdentifiers?.some((identifier) => identifier === name || identifier.endsWith(`:log-group:${name}`)) ??
        true),
  )
  const { items, next } = pageOf(found, nextToken, limit ?? defaultPage)
  return { logGroups: items.map((group) => toGroup(context, group)), nextToken: next }
}

function toGroup({ place, unit }: RpcContext, { name, createdAt, retentionInDays }: LogGroup) {
  const bare = logGroupArn(place, name)
  return {
    logGroupName: name,
    creationTime: createdAt,
    retentionInDays,
    metricFilterCount: filtersOf(unit, name).length,
    arn: `${bare}:*`,
    logGroupArn: bare,
    storedBytes: 0,
    logGroupClass: 'STANDARD' as const,
  }
}
