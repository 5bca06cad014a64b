import type { Event, LookupAttribute, LookupEventsRequest, LookupEventsResponse } from '@aws-sdk/client-cloudtrail'
import { AwsError } from '../lib/aws-error.ts'
import { dateOf } from '../lib/clock.ts'
import type { RpcContext } from '../protocol/rpc-call.ts'
import { trailKind, type TrailEvent } from './trail-event.ts'

const most = 50
const keptMs = 90 * 24 * 3_600_000

/** Writes to API Gateway, latest first, each some minutes after it was made: see the settings. Sentences are guessed. */
export function lookupEvents({ unit, now, emulator }: RpcContext, input: LookupEventsRequest): LookupEventsResponse {
  const { LookupAttributes = [], StartTime, EndTime, MaxResults = most, NextToken } = input
  if (LookupAttributes.length > 1) throw invalid('LookupAttributes', 'You can only specify one lookup attribute.')
  if (MaxResults < 1 || MaxResults > most) throw invalid('MaxResults', `MaxResults must be between 1 and ${most}.`)
  const from = Math.max(StartTime?.getTime() ?? 0, now - keptMs)
  const to = Math.min(EndTime?.getTime() ?? Infinity, now - emulator.settings.trailDelaySeconds * 1000)
  if (StartTime && EndTime && StartTime > EndTime) {
    throw invalid('TimeRange', 'The start time must be before the end time.')
  }
  const found = unit
    .list<TrailEvent>(trailKind)
    .filter((event) => event.at >= from && event.at <= to && LookupAttributes.every((asked) => has(event, asked)))
    .toReversed()
  const start = NextToken === undefined ? 0 : readToken(NextToken)
  const end = start + MaxResults
  const next = end < found.length ? Buffer.from(`at=${end}`).toString('base64url') : undefined
  return { Events: found.slice(start, end).map(toEvent), NextToken: next }
}

function has(event: TrailEvent, { AttributeKey, AttributeValue = '' }: LookupAttribute): boolean {
  switch (AttributeKey) {
    case 'EventName':
      return event.name === AttributeValue
    case 'Username':
      return event.userName === AttributeValue
    case 'AccessKeyId':
      return event.accessKeyId === AttributeValue
    case 'EventId':
      return event.id === AttributeValue
    case 'ReadOnly':
      return AttributeValue === 'false'
    case 'EventSource':
      return AttributeValue === 'apigateway.amazonaws.com'
    case 'ResourceName':
      return event.resources.some(({ name }) => name === AttributeValue)
    case 'ResourceType':
      return event.resources.some(({ type }) => type === AttributeValue)
    default:
      throw invalid('LookupAttributes', `Unknown lookup attribute ${AttributeKey}.`)
  }
}

const toEvent = ({ id, at, name, userName, accessKeyId, resources, record }: TrailEvent): Event => ({
  EventId: id,
  EventName: name,
  ReadOnly: 'false',
  AccessKeyId: accessKeyId,
  EventTime: dateOf(Math.floor(at / 1000)),
  EventSource: 'apigateway.amazonaws.com',
  Username: userName,
  Resources: resources.map(({ type, name: resource }) => ({ ResourceType: type, ResourceName: resource })),
  CloudTrailEvent: record,
})

function readToken(token: string): number {
  const [, start] = /^at=(\d+)$/.exec(Buffer.from(token, 'base64url').toString('utf8')) ?? []
  if (start === undefined) throw invalid('NextToken', 'The next token is not valid.')
  return Number(start)
}

const invalid = (what: string, message: string) => new AwsError(`Invalid${what}Exception`, 400, message)
