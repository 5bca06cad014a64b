import type { CreateLogStreamRequest, DeleteLogStreamRequest } from '@aws-sdk/client-cloudwatch-logs'
import type { RpcContext } from '../protocol/rpc-call.ts'
import { alreadyExists, streamNotFound } from './errors.ts'
import { deleteStreamRow, findGroup, putStream, streamsOf, type LogGroup, type StreamInfo } from './log-groups.ts'

export function createLogStream(context: RpcContext, input: CreateLogStreamRequest): void {
  const { logGroupName, logStreamName: name = '' } = input
  const group = findGroup(context, logGroupName)
  if (streamsOf(context, group).some((stream) => stream.name === name)) throw alreadyExists('stream')
  putStream(context.unit, group.name, { name, createdAt: context.now })
}

/** Lines of planned requests can't be deleted by their stream: they are worked out when asked for. */
export function deleteLogStream(context: RpcContext, input: DeleteLogStreamRequest): void {
  const { logGroupName, logStreamName } = input
  const group = findGroup(context, logGroupName)
  const { name } = findStream(context, group, logStreamName)
  context.emulator.logs.drop(context.place, group.name, name)
  deleteStreamRow(context.unit, group.name, name)
}

export function findStream(context: RpcContext, group: LogGroup, name: string | undefined): StreamInfo {
  const found = streamsOf(context, group).find((stream) => stream.name === name)
  if (!found) throw streamNotFound()
  return found
}
