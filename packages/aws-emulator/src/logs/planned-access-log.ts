import { requestTime } from '../execute-api/context-tree.ts'
import type { Place } from '../lib/store.ts'
import type { PlannedRequest } from '../world/planned-traffic.ts'
import { wordsOf, extendedRequestIdOf, requestIdOf, sourceIpOf, userAgentOf } from './request-names.ts'

type Value = (request: PlannedRequest, place: Place) => string | number | undefined

const columnsOf = ({ pool: { samples }, pick }: PlannedRequest) => {
  const ending = samples.endings[samples.ending[pick]!]!
  return {
    ending,
    route: samples.routes[samples.route[pick]!]!,
    isCanary: samples.canary[pick] === 1,
    latency: samples.latency[pick]!,
    integration: samples.backend[pick] === 1 ? samples.integrationLatency[pick]! : undefined,
  }
}

const refusalOf = (request: PlannedRequest) => columnsOf(request).ending.refusal
const integrationLatency: Value = (request) => columnsOf(request).integration

/** Of a request that the gateway answered itself after its function failed, what the function said isn't known. */
const integrationStatus: Value = (request) => {
  const { ending, integration } = columnsOf(request)
  return integration === undefined || ending.refusal ? undefined : ending.status
}

/** The variables of access logs (documented list) that planned requests have; the others print `-`. */
const values: Record<string, Value> = {
  accountId: (_, { account }) => account,
  apiId: ({ stage }) => stage.apiId,
  stage: ({ stage }) => stage.stageName,
  deploymentId: (request) =>
    columnsOf(request).isCanary ? request.stage.canary?.deploymentId : request.stage.deploymentId,
  resourcePath: (request) => columnsOf(request).route.resource,
  path: ({ stage, pool, pick }) => `/${stage.stageName}${pool.callAt(pick).path}`,
  httpMethod: ({ pool, pick }) => pool.callAt(pick).method,
  protocol: () => 'HTTP/1.1',
  status: (request) => columnsOf(request).ending.status,
  responseLength,
  responseLatency: (request) => columnsOf(request).latency,
  requestId: requestIdOf,
  extendedRequestId: extendedRequestIdOf,
  requestTime: ({ at }) => requestTime(at),
  requestTimeEpoch: ({ at }) => at,
  domainName: ({ stage }, { region }) => `${stage.apiId}.execute-api.${region}.amazonaws.com`,
  domainPrefix: ({ stage }) => stage.apiId,
  isCanaryRequest: (request) => (request.stage.canary ? String(columnsOf(request).isCanary) : undefined),
  'identity.apiKeyId': ({ keyId }) => keyId,
  'identity.sourceIp': sourceIpOf,
  'identity.userAgent': userAgentOf,
  integrationLatency,
  'integration.latency': integrationLatency,
  integrationStatus,
  'integration.status': integrationStatus,
  'integration.integrationStatus': integrationStatus,
  'error.message': (request) => refusalOf(request)?.message ?? undefined,
  'error.messageString': (request) => {
    const refusal = refusalOf(request)
    return refusal && JSON.stringify(refusal.message)
  },
  'error.responseType': (request) => refusalOf(request)?.type,
}

/** The body of the gateway's own answer; that of a backend isn't kept, and its length is made up. */
function responseLength(request: PlannedRequest): number {
  const refusal = refusalOf(request)
  return refusal ? JSON.stringify({ message: refusal.message }).length : 120 + (wordsOf(request)[0] & 2047)
}

export type LineWriter = (request: PlannedRequest, place: Place) => string

const variable = /\$context\.([A-Za-z0-9_]+(?:\.[A-Za-z0-9_-]+)*)/
const writers = new Map<string, LineWriter>()

/** Writes a planned request's line in a stage's format; what isn't there is `-` (documented). */
export function accessLogWriter(format: string): LineWriter {
  const known = writers.get(format)
  if (known) return known
  if (writers.size > 1000) writers.clear()
  // The odd parts are the names of variables.
  const parts = format
    .split(variable)
    .map((part, index) => (index % 2 === 0 ? part : (values[part] ?? (() => undefined))))
  const write: LineWriter = (request, place) => {
    let line = ''
    for (const part of parts) line += typeof part === 'string' ? part : (part(request, place) ?? '-')
    return line
  }
  writers.set(format, write)
  return write
}
