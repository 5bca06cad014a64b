import { setImmediate } from 'node:timers/promises'
import type { FilterLogEventsRequest, FilterLogEventsResponse } from '@aws-sdk/client-cloudwatch-logs'
import type { RpcContext } from '../protocol/rpc-call.ts'
import { invalidParameter } from './errors.ts'
import { lineTest } from './filter-pattern/filter-pattern.ts'
import { eventId, type LogEvent } from './log-event.ts'
import { findGroup, groupNameIn } from './log-groups.ts'
import { findStream } from './log-streams.ts'
import { readPosition, Walk, writePosition, type Position } from './position.ts'
import { eventPortions } from './read-events.ts'

const most = 10_000
const mostBytes = 1_000_000
/** One answer looks at so many lines: a page may be short or empty and yet have a next one (documented). */
const mostScanned = 50_000

/** Oldest first; an event of the end itself is in (documented). */
export async function filterLogEvents(
  context: RpcContext,
  input: FilterLogEventsRequest,
): Promise<FilterLogEventsResponse> {
  const group = findGroup(context, groupNameIn(input))
  const { startTime = 0, endTime = context.now, limit = most, nextToken } = input
  if (limit < 1 || limit > most) throw invalidParameter(`The limit must be between 1 and ${most}.`)
  const isAsked = streamTest(input)
  for (const name of input.logStreamNames ?? []) findStream(context, group, name)
  const matches = lineTest(input.filterPattern)
  const begin = nextToken === undefined ? { at: startTime, skip: 0 } : readPosition(nextToken)
  const walk = new Walk(begin)
  const found: LogEvent[] = []
  let [scanned, bytes] = [0, 0]
  for (const events of eventPortions(context, group, { from: begin.at, to: endTime + 1 })) {
    for (const event of events) {
      if (!walk.step(event.timestamp) || !isAsked(event) || !matches(event.message)) continue
      found.push(event)
      bytes += event.message.length
      if (found.length >= limit || bytes >= mostBytes) return toAnswer(found, walk.position())
    }
    scanned += events.length
    if (scanned >= mostScanned) return toAnswer(found, walk.position())
    await setImmediate()
  }
  return toAnswer(found, undefined)
}

function streamTest({ logStreamNames, logStreamNamePrefix = '' }: FilterLogEventsRequest) {
  return ({ stream }: LogEvent) => (logStreamNames?.includes(stream) ?? true) && stream.startsWith(logStreamNamePrefix)
}

const toAnswer = (events: LogEvent[], position: Position | undefined): FilterLogEventsResponse => ({
  events: events.map((event) => ({
    logStreamName: event.stream,
    timestamp: event.timestamp,
    message: event.message,
    ingestionTime: event.timestamp,
    eventId: eventId(event),
  })),
  searchedLogStreams: [],
  nextToken: position && writePosition(position),
})
