import type { DescribeLogStreamsRequest, DescribeLogStreamsResponse, LogStream } from '@aws-sdk/client-cloudwatch-logs'
import type { RpcContext } from '../protocol/rpc-call.ts'
import { invalidParameter } from './errors.ts'
import { findGroup, groupNameIn, logGroupArn, streamsOf, type StreamInfo } from './log-groups.ts'
import { pageOf } from './page.ts'

const defaultPage = 50

export function describeLogStreams(context: RpcContext, input: DescribeLogStreamsRequest): DescribeLogStreamsResponse {
  const group = findGroup(context, groupNameIn(input))
  const { logStreamNamePrefix = '', orderBy = 'LogStreamName', descending, limit, nextToken } = input
  if (orderBy === 'LastEventTime' && logStreamNamePrefix !== '') {
    throw invalidParameter('Cannot order by LastEventTime with a logStreamNamePrefix.')
  }
  const found = streamsOf(context, group).filter(({ name }) => name.startsWith(logStreamNamePrefix))
  const byName = (a: StreamInfo, b: StreamInfo) => (a.name < b.name ? -1 : 1)
  const byTime = (a: StreamInfo, b: StreamInfo) => (a.last ?? 0) - (b.last ?? 0)
  const sorted = found.toSorted(orderBy === 'LastEventTime' ? byTime : byName)
  const { items, next } = pageOf(descending ? sorted.toReversed() : sorted, nextToken, limit ?? defaultPage)
  const arn = logGroupArn(context.place, group.name)
  return { logStreams: items.map((stream) => toStream(arn, stream)), nextToken: next }
}

const toStream = (groupArn: string, { name, createdAt, first, last }: StreamInfo): LogStream => ({
  logStreamName: name,
  creationTime: createdAt,
  firstEventTimestamp: first,
  lastEventTimestamp: last,
  lastIngestionTime: last,
  arn: `${groupArn}:log-stream:${name}`,
})
