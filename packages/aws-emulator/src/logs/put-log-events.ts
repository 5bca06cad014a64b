import type { InputLogEvent, PutLogEventsRequest, PutLogEventsResponse } from '@aws-sdk/client-cloudwatch-logs'
import type { RpcContext } from '../protocol/rpc-call.ts'
import { invalidParameter } from './errors.ts'
import { findGroup } from './log-groups.ts'
import { findStream } from './log-streams.ts'

const hourMs = 3_600_000
const oldestMs = 14 * 24 * hourMs
const latestMs = 2 * hourMs

/** Events out of the time that is taken are left out and told of (documented). */
export function putLogEvents(context: RpcContext, input: PutLogEventsRequest): PutLogEventsResponse {
  const { place, now, emulator } = context
  const group = findGroup(context, input.logGroupName)
  const { name } = findStream(context, group, input.logStreamName)
  const events = (input.logEvents ?? []).map(readEvent)
  // The sentence was seen on AWS.
  if (events.some(({ timestamp }, index) => timestamp < (events[index - 1]?.timestamp ?? 0))) {
    throw invalidParameter('Log events in a single PutLogEvents request must be in chronological order.')
  }
  const isOld = ({ timestamp }: Event) => timestamp < now - oldestMs
  const isNew = ({ timestamp }: Event) => timestamp > now + latestMs
  for (const event of events) {
    if (!isOld(event) && !isNew(event)) {
      emulator.logs.append(place.account, place.region, group.name, name, event.timestamp, event.message)
    }
  }
  const tooOld = events.filter(isOld).length
  const tooNew = events.findIndex(isNew)
  const rejected = {
    ...(tooOld > 0 ? { tooOldLogEventEndIndex: tooOld } : {}),
    ...(tooNew >= 0 ? { tooNewLogEventStartIndex: tooNew } : {}),
  }
  return Object.keys(rejected).length > 0 ? { rejectedLogEventsInfo: rejected } : {}
}

type Event = { timestamp: number; message: string }

const readEvent = ({ timestamp = 0, message = '' }: InputLogEvent): Event => ({ timestamp, message })
