import { LookupEventsCommand, type Event, type LookupEventsResponse } from '@aws-sdk/client-cloudtrail'
import { z } from 'zod'
import type { AwsConnection } from './connections.ts'

/** One write to API Gateway as CloudTrail tells it. */
export interface TrailEvent {
  atMs: number
  /** AWS's name of the operation. */
  operation: string
  /** An IAM user's name, or that of a role's session, which with single sign-on is the person's. */
  name: string
  /** The role behind a session. */
  role: string | null
  arn: string
  /** What was used, such as `Terraform/1.9` or `console.amazonaws.com`, as far as the caller says it. */
  agent: string | null
  requestId: string | null
}

const Asked = z.object({
  restApiId: z.string().nullish(),
  stageName: z.string().nullish(),
  resourceArn: z.string().nullish(),
})

/** The part of CloudTrail's record that is read; the rest is its own affair. */
const Record = z.object({
  errorCode: z.string().nullish(),
  requestID: z.string().nullish(),
  userAgent: z.string().nullish(),
  userIdentity: z
    .object({
      type: z.string().nullish(),
      arn: z.string().nullish(),
      sessionContext: z.object({ sessionIssuer: z.object({ userName: z.string().nullish() }).nullish() }).nullish(),
    })
    .nullish(),
  requestParameters: Asked.extend({
    createStageInput: Asked.nullish(),
    createDeploymentInput: Asked.nullish(),
  }).nullish(),
})

export interface TrailQuestion {
  apiId: string
  stage: string
  /** AWS's names of the operations that can have done it. */
  operations: string[]
  fromMs: number
  toMs: number
}

/** A narrow stretch of time has few pages; one that has more is looked at in part. */
const mostPages = 10

/**
 * Who wrote to a stage in a stretch of time, oldest first. CloudTrail tells it some 5 minutes after it was done, at most 15,
 * and keeps 90 days. What was refused changed nothing and is left out.
 * @throws aws_denied where Callboard may not look up events (`cloudtrail:LookupEvents`), and what AWS answers else
 */
export async function readTrail(connection: AwsConnection, question: TrailQuestion): Promise<TrailEvent[]> {
  const found: TrailEvent[] = []
  for (const operation of question.operations)
    for (const event of await eventsOf(connection, operation, question)) found.push(...eventOf(event, question))
  return found.toSorted((a, b) => a.atMs - b.atMs)
}

async function eventsOf({ trail }: AwsConnection, operation: string, { fromMs, toMs }: TrailQuestion) {
  const input = {
    LookupAttributes: [{ AttributeKey: 'EventName' as const, AttributeValue: operation }],
    StartTime: new Date(fromMs),
    EndTime: new Date(toMs),
  }
  const events: Event[] = []
  let NextToken: string | undefined
  for (let page = 0; page < mostPages; page++) {
    const token = NextToken
    const answer: LookupEventsResponse = await trail.read<LookupEventsResponse & { $metadata: object }>(
      () => new LookupEventsCommand({ ...input, NextToken: token }),
      'background',
    )
    events.push(...(answer.Events ?? []))
    NextToken = answer.NextToken
    if (!NextToken) break
  }
  return events
}

function eventOf({ EventTime, EventName = '', Username, CloudTrailEvent = '{}' }: Event, question: TrailQuestion) {
  const record = recordOf(CloudTrailEvent)
  if (!record || record.errorCode || !isAbout(record.requestParameters, question, EventName)) return []
  const { arn, sessionContext, type } = record.userIdentity ?? {}
  const name = Username ?? arn ?? type
  if (!name) return []
  return [
    {
      atMs: EventTime?.getTime() ?? 0,
      operation: EventName,
      name,
      role: sessionContext?.sessionIssuer?.userName ?? null,
      arn: arn ?? '',
      agent: agentOf(record.userAgent),
      requestId: record.requestID ?? null,
    },
  ]
}

function recordOf(text: string) {
  try {
    return Record.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

function isAbout(
  asked: z.infer<typeof Record>['requestParameters'],
  { apiId, stage }: TrailQuestion,
  operation: string,
) {
  if (!asked) return false
  if (asked.resourceArn) return decodeURIComponent(asked.resourceArn).endsWith(`/restapis/${apiId}/stages/${stage}`)
  const stageName = asked.stageName ?? asked.createStageInput?.stageName ?? asked.createDeploymentInput?.stageName
  return asked.restApiId === apiId && (stageName === stage || operation === 'DeleteRestApi')
}

/** The product that somebody recognises, out of a header that lists libraries too. */
const agentOf = (header: string | null | undefined): string | null =>
  header?.match(
    /\b(?:Terraform|Pulumi|aws-cli|Boto3|console\.amazonaws\.com|cloudformation\.amazonaws\.com|aws-sdk-[\w-]+)(?:\/[\d.]+)?/i,
  )?.[0] ?? null
