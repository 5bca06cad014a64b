import type { GetLogEventsRequest, GetLogEventsResponse } from '@aws-sdk/client-cloudwatch-logs'
import type { RpcContext } from '../protocol/rpc-call.ts'
import { invalidParameter } from './errors.ts'
import type { LogEvent } from './log-event.ts'
import { findGroup, groupNameIn, type LogGroup } from './log-groups.ts'
import { findStream } from './log-streams.ts'
import { invalidToken } from './page.ts'
import { readPosition, writePosition, type Position } from './position.ts'
import { eventPortions, type Window } from './read-events.ts'

const most = 10_000

/**
 * A stream's events, oldest first: the latest page, or the first one with `startFromHead`. Tokens lead on to both sides; at
 * the end the same token comes back (documented). `endTime` is out (documented).
 */
export function getLogEvents(context: RpcContext, input: GetLogEventsRequest): GetLogEventsResponse {
  const group = findGroup(context, groupNameIn(input))
  const { name: stream } = findStream(context, group, input.logStreamName)
  const { startTime = 0, endTime = Infinity, limit = most, startFromHead, nextToken } = input
  if (limit < 1 || limit > most) throw invalidParameter(`The limit must be between 1 and ${most}.`)
  const window = { from: startTime, to: endTime }
  const [, direction, place = ''] = /^([fb])\/(.+)$/.exec(nextToken ?? '') ?? []
  if (nextToken !== undefined && direction === undefined) throw invalidToken()
  const begin = direction === undefined ? undefined : readPosition(place)
  const forward = direction === undefined ? startFromHead === true : direction === 'f'
  const asked = { group, stream, window, begin, limit }
  const found = forward ? after(context, asked) : before(context, asked)
  const fallback = begin ?? { at: forward ? startTime : Math.min(endTime, context.now + 1), skip: 0 }
  return {
    events: found.map(({ event: { timestamp, message } }) => ({ timestamp, message, ingestionTime: timestamp })),
    nextForwardToken: `f/${writePosition(found.length > 0 ? positionBehind(found.at(-1)!) : fallback)}`,
    nextBackwardToken: `b/${writePosition(found.length > 0 ? positionAt(found[0]!) : fallback)}`,
  }
}

/** An event and which of its instant's it is, counted from 1. */
type Numbered = { event: LogEvent; nth: number }

const positionBehind = ({ event, nth }: Numbered): Position => ({ at: event.timestamp, skip: nth })
const positionAt = ({ event, nth }: Numbered): Position => ({ at: event.timestamp, skip: nth - 1 })

const isBehind = ({ event: { timestamp }, nth }: Numbered, { at, skip }: Position) =>
  timestamp > at || (timestamp === at && nth > skip)

/** Events of one instant always come in one portion. */
function numbered(events: LogEvent[]): Numbered[] {
  let nth = 0
  return events.map((event, index) => {
    nth = events[index - 1]?.timestamp === event.timestamp ? nth + 1 : 1
    return { event, nth }
  })
}

type Asked = { group: LogGroup; stream: string; window: Window; begin: Position | undefined; limit: number }

function after(context: RpcContext, { group, stream, window, begin, limit }: Asked): Numbered[] {
  const found: Numbered[] = []
  const from = Math.max(window.from, begin?.at ?? -Infinity)
  for (const events of eventPortions(context, group, { from, to: window.to })) {
    for (const one of numbered(events)) {
      if (one.event.stream !== stream || (begin && !isBehind(one, begin))) continue
      found.push(one)
      if (found.length >= limit) return found
    }
  }
  return found
}

function before(context: RpcContext, { group, stream, window, begin, limit }: Asked): Numbered[] {
  const found: Numbered[] = []
  const to = Math.min(window.to, begin ? begin.at + 1 : Infinity)
  for (const events of eventPortions(context, group, { from: window.from, to, newestFirst: true })) {
    for (const one of numbered(events).toReversed()) {
      if (one.event.stream !== stream || (begin && isBehind(one, begin))) continue
      found.push(one)
      if (found.length >= limit) return found.toReversed()
    }
  }
  return found.toReversed()
}
