import type { Method } from '@aws-sdk/client-api-gateway'
import type { Exchange } from '../execute-api/exchange.ts'
import { findRoute } from '../execute-api/find-route.ts'
import type { Gateway } from '../execute-api/gateway.ts'
import { ExecutionLog } from '../execute-api/logs/execution-log.ts'
import { extendedRequestId, traceId } from '../execute-api/request-ids.ts'
import { snapshotOf } from '../execute-api/snapshot.ts'
import { bareRequest } from '../execute-api/stage-request.ts'
import { madeId } from '../lib/ids.ts'
import { seedFrom, seededRandom, type Random } from '../lib/random.ts'
import type { WorldFunction } from '../world/world-function.ts'
import type { Call } from './call.ts'
import { definitionOf } from './definition.ts'
import { kinds, type ResourceRecord } from './records.ts'
import { findRestApi } from './rest-apis.ts'
import { nothingUsed } from './usage-reader.ts'

/** What the two operations that try something are given alike. */
type Asked = {
  restApiId: string | undefined
  headers?: Record<string, string>
  multiValueHeaders?: Record<string, string[]>
  pathWithQueryString?: string
  body?: string
  stageVariables?: Record<string, string>
}

type Tried = { resource: ResourceRecord; method: Method; stageName: string }

/** The request of a test, and a gateway for it: the API as it is now, on a stage that nobody else sees. */
export function testedRequest(call: Call, asked: Asked, tried: Tried): { exchange: Exchange; gateway: Gateway } {
  const { unit, now, seed } = call
  const { resource, stageName } = tried
  const verb = tried.method.httpMethod ?? ''
  const api = findRestApi(call, asked.restApiId)
  const address = `${api.id}/${resource.id}/${verb}`
  const random = seededRandom(seedFrom(`${seed}/${address}`, now))
  const route = { resource, method: openMethod(tried.method), verb }
  const resources = [{ ...resource, resourceMethods: { [verb]: route.method } }]
  const request = requestOf(asked, verb, resource.path)
  // Without a path there are no parameters to take from it.
  const found = asked.pathWithQueryString ? findRoute(resources, verb, request.path) : undefined
  const variables = asked.stageVariables ?? {}
  const stage = { apiId: api.id, apiName: api.name, stageName, variables }
  const exchange: Exchange = {
    place: unit.place,
    stage: { ...stage, from: now, methodSettings: {}, tracingEnabled: false },
    isCanary: false,
    deploymentId: '',
    snapshot: snapshotOf({ apiId: api.id, id: '', createdDate: now, resources, definition: definitionOf(call, api) }),
    apiKeySource: 'HEADER',
    variables,
    request,
    at: now,
    requestId: requestIdOf(call, address),
    extendedRequestId: extendedRequestId(random),
    traceId: traceId(random),
    // From memory, as what functions were seen to get.
    domainName: 'testPrefix.testDomainName',
    log: new ExecutionLog('INFO', true),
    route,
    pathParameters: found?.pathParameters ?? {},
  }
  return { exchange, gateway: gatewayFor(call, random) }
}

/** Tests pass no authorizers and no keys (documented). */
const openMethod = (method: Method): Method => ({ ...method, authorizationType: 'NONE', apiKeyRequired: false })

function requestOf(asked: Asked, verb: string, resourcePath: string) {
  const several = Object.entries(asked.multiValueHeaders ?? {})
  const last = several.map(([name, values]) => [name, values.at(-1) ?? ''] as const)
  const bare = bareRequest(verb, asked.pathWithQueryString || resourcePath, {
    ...asked.headers,
    ...Object.fromEntries(last),
  })
  const more = several.flatMap(([name, values]) => values.slice(0, -1).map((value): [string, string] => [name, value]))
  // The name that stands for the address is from memory.
  const from = { sourceIp: 'test-invoke-source-ip', headerList: [...more, ...bare.headerList] }
  return { ...bare, ...from, body: Buffer.from(asked.body ?? '') }
}

/** Limits, caches and web ACLs are those of stages: here all passes, and nothing is kept. */
function gatewayFor({ unit, settings, callBackend }: Call, random: Random): Gateway {
  return {
    buckets: { take: () => true },
    usage: { ...nothingUsed, count: () => {} },
    cache: { get: () => undefined, put: () => {} },
    authorizerCache: { get: () => undefined, put: () => {} },
    findKey: () => undefined,
    findPlan: () => undefined,
    webAcl: () => undefined,
    callBackend: callBackend ?? nobodyThere,
    surroundings: {
      deployment: () => undefined,
      callers: () => [],
      worldFunction: (name) => unit.get<WorldFunction>(kinds.worldFunction, name),
    },
    random,
    settings,
  }
}

const nobodyThere: Gateway['callBackend'] = async ({ url }) => ({
  kind: 'failed',
  latencyMs: 0,
  reason: `${url.host} isn't allowed`,
})

/** Of the look of a UUID, the same for the same instant. */
function requestIdOf({ seed, unit, now }: Call, address: string): string {
  const hex = (count: number, length: number) =>
    Buffer.from(madeId(seed, unit.place.account, `${address}/${now}`, count, length))
      .toString('hex')
      .slice(0, length)
  return [hex(1, 8), hex(2, 4), hex(3, 4), hex(4, 4), hex(5, 12)].join('-')
}
