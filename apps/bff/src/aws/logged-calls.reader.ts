import { FilterLogEventsCommand, type FilterLogEventsResponse } from '@aws-sdk/client-cloudwatch-logs'
import { isAppError } from '../lib/errors.ts'
import type { AwsConnection } from './connections.ts'

/** A page of CloudWatch Logs has up to a megabyte; more of them than this nobody waits for. */
const mostPages = 120
/** The past doesn't change; what is told of it is asked for once by everyone who tries other limits. */
const freshForMs = 10 * 60_000

interface Asked {
  group: string
  /** Inclusive. */
  fromMs: number
  /** Exclusive. */
  toMs: number
  /** CloudWatch Logs' own pattern. */
  pattern?: string | undefined
}

/** What `take` makes of the lines, in the order of the log; `complete` is false where there were more than were read. */
export interface Taken<T> {
  taken: T[]
  complete: boolean
  /** Up to where the log was read, epoch milliseconds. */
  untilMs: number
}

/**
 * Reads a log from its beginning on, oldest first.
 * @param name of what is taken, for the cache
 * @returns null where the group doesn't exist
 */
export const readLog = <T>(
  connection: AwsConnection,
  asked: Asked,
  name: string,
  take: (line: { atMs: number; text: string }) => T | null,
): Promise<Taken<T> | null> =>
  connection.cache.read('logged-calls', JSON.stringify([asked, name]), freshForMs, async () => {
    try {
      return await readOn(connection, asked, take)
    } catch (error) {
      if (isAppError(error, 'aws_refused') && error.data.awsName === 'ResourceNotFoundException') return null
      throw error
    }
  })

async function readOn<T>(
  { logs }: AwsConnection,
  { group, fromMs, toMs, pattern }: Asked,
  take: (line: { atMs: number; text: string }) => T | null,
): Promise<Taken<T>> {
  const taken: T[] = []
  let nextToken: string | undefined
  let lastMs = fromMs
  for (let page = 0; page < mostPages; page++) {
    const answer = await logs.read<FilterLogEventsResponse & { $metadata: object }>(
      () =>
        new FilterLogEventsCommand({
          logGroupName: group,
          startTime: fromMs,
          // AWS's end is in.
          endTime: toMs - 1,
          filterPattern: pattern,
          nextToken,
        }),
    )
    for (const { timestamp = 0, message = '' } of answer.events ?? []) {
      lastMs = timestamp
      const found = take({ atMs: timestamp, text: message })
      if (found) taken.push(found)
    }
    if (!answer.nextToken || answer.nextToken === nextToken) return { taken, complete: true, untilMs: toMs }
    nextToken = answer.nextToken
  }
  return { taken, complete: false, untilMs: lastMs }
}
