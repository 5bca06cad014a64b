import type { StartQueryRequest, StartQueryResponse } from '@aws-sdk/client-cloudwatch-logs'
import { randomUUID } from 'node:crypto'
import { AwsError } from '../../lib/aws-error.ts'
import type { RpcContext } from '../../protocol/rpc-call.ts'
import { invalidParameter } from '../errors.ts'
import { findGroup, groupNameIn } from '../log-groups.ts'
import type { Command } from './command.ts'
import { readQuery } from './commands.ts'
import { QueryError } from './query-error.ts'
import type { Query } from './query-store.ts'
import { runQuery } from './run-query.ts'

const most = 10_000

/** Times are seconds since the epoch, and the end is in (documented). */
export function startQuery(context: RpcContext, input: StartQueryRequest): StartQueryResponse {
  const { startTime = 0, endTime = 0, queryString = '', limit = most } = input
  if (limit < 1 || limit > most) throw invalidParameter(`The limit must be between 1 and ${most}.`)
  // The sentence is guessed.
  if (endTime < startTime) throw invalidParameter('End time should not be less than start time.')
  const groups = groupsIn(input).map((name) => findGroup(context, name))
  const commands = readCommands(queryString)
  const query: Query = {
    id: randomUUID(),
    place: context.place,
    text: queryString,
    groups: groups.map(({ name }) => name),
    startedAt: context.now,
    status: 'Running',
    results: [],
    statistics: { recordsMatched: 0, recordsScanned: 0, bytesScanned: 0 },
  }
  const window = { from: startTime * 1000, to: endTime * 1000 + 1000 }
  context.emulator.queries.add(query)
  runQuery(context, query, { groups, window, commands, limit })
  return { queryId: query.id }
}

function groupsIn({ logGroupName, logGroupNames, logGroupIdentifiers }: StartQueryRequest): string[] {
  const given = logGroupNames ?? logGroupIdentifiers ?? (logGroupName === undefined ? [] : [logGroupName])
  if (given.length === 0) throw invalidParameter('At least one log group must be specified.')
  return given.map((identifier) => groupNameIn({ logGroupIdentifier: identifier }))
}

/** `… at line 1 and position 10` is AWS's form; what stands before it is ours, but for unexpected symbols. */
function readCommands(text: string): Command[] {
  try {
    return readQuery(text)
  } catch (error) {
    if (!(error instanceof QueryError)) throw error
    const before = text.slice(0, error.at).split('\n')
    const position = (before.at(-1)?.length ?? 0) + 1
    throw new AwsError(
      'MalformedQueryException',
      400,
      `${error.message} at line ${before.length} and position ${position}`,
    )
  }
}
