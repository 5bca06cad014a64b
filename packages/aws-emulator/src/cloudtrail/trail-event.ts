import { kinds } from '../apigateway/records.ts'
import { madeId } from '../lib/ids.ts'
import type { UnitOfWork } from '../lib/store.ts'
import { isoInstant } from '../lib/clock.ts'
import type { Caller } from '../protocol/caller.ts'
import { identityOf } from '../sts/identity.ts'

export const trailKind = 'trailEvent'

/** One write to API Gateway, as it is kept: what lists show, and the whole record as AWS writes it. `at` is world ms. */
export type TrailEvent = {
  id: string
  at: number
  name: string
  userName: string
  accessKeyId: string
  resources: { type: string; name: string }[]
  record: string
}

export type Write = {
  caller: Caller
  operation: string
  input: Record<string, unknown>
  /** What was answered, or the error. */
  output?: unknown
  error?: { name: string; message: string }
  at: number
  requestId: string
  userAgent: string | undefined
}

/** Of each account and region that many are kept. AWS keeps 90 days. */
const kept = 1000

/** Notes a write in the unit of work that made it, so that both are kept or neither. */
export function noteWrite(unit: UnitOfWork, seed: number, write: Write): void {
  const { caller, operation: name, input, at } = write
  const id = nextId(unit, seed)
  const event: TrailEvent = {
    id,
    at,
    name,
    userName: identityOf(caller).userName,
    accessKeyId: caller.accessKeyId,
    resources: resourcesOf(input),
    record: JSON.stringify(recordOf(write, id)),
  }
  unit.put(trailKind, id, event)
  const events = unit.list<TrailEvent>(trailKind)
  for (const old of events.slice(0, Math.max(0, events.length - kept))) unit.delete(trailKind, old.id)
}

/** The look of a UUID. Counted apart, so that events don't change the ids of what callers make. */
function nextId(unit: UnitOfWork, seed: number): string {
  const count = (unit.get<number>(kinds.counter, 'trail') ?? 0) + 1
  unit.put(kinds.counter, 'trail', count)
  const letters = madeId(seed, unit.place.account, `${unit.place.region}/trail`, count, 16)
  return Buffer.from(letters)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** What a record says that a newer part of it names: the API and, where one is meant, the stage (guessed). */
function resourcesOf({ restApiId, stageName }: Record<string, unknown>): TrailEvent['resources'] {
  const resources = []
  if (typeof restApiId === 'string') resources.push({ type: 'AWS::ApiGateway::RestApi', name: restApiId })
  if (typeof stageName === 'string') resources.push({ type: 'AWS::ApiGateway::Stage', name: stageName })
  return resources
}

function recordOf({ caller, operation, input, output, error, at, requestId, userAgent }: Write, id: string) {
  const { account, region } = caller.place
  return {
    eventVersion: '1.11',
    userIdentity: userIdentity(caller),
    eventTime: isoInstant(at).replace(/\.\d+Z$/, 'Z'),
    eventSource: 'apigateway.amazonaws.com',
    eventName: operation,
    awsRegion: region,
    sourceIPAddress: '127.0.0.1',
    userAgent,
    ...(error ? { errorCode: error.name, errorMessage: error.message } : {}),
    requestParameters: recorded(operation, input),
    responseElements: error ? null : (recorded(operation, output) ?? null),
    requestID: requestId,
    eventID: id,
    readOnly: false,
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: account,
    eventCategory: 'Management',
  }
}

function userIdentity(caller: Caller) {
  const { account, arn, userId, userName, role } = identityOf(caller)
  const common = { principalId: userId, arn, accountId: account, accessKeyId: caller.accessKeyId }
  if (!role) return { type: 'IAMUser', ...common, userName }
  const sessionIssuer = {
    type: 'Role',
    principalId: role.id,
    arn: role.arn,
    accountId: account,
    userName: roleName(role.arn),
  }
  return { type: 'AssumedRole', ...common, sessionContext: { sessionIssuer } }
}

const roleName = (arn: string) => arn.slice(arn.lastIndexOf('/') + 1)

const writesKeys = new Set(['CreateApiKey', 'UpdateApiKey', 'CreateUsagePlanKey'])

/** Documents that were sent as bytes aren't part of a record, nor are the secrets of API keys (guessed). */
function recorded(operation: string, value: unknown): unknown {
  const hidesValue = writesKeys.has(operation)
  return JSON.parse(
    JSON.stringify(value ?? null, (name, item: unknown) => {
      if (item instanceof Uint8Array) return undefined
      return hidesValue && name === 'value' ? 'HIDDEN_DUE_TO_SECURITY_REASONS' : item
    }),
  )
}
