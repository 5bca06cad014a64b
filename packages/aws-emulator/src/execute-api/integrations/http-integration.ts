import type { Integration } from '@aws-sdk/client-api-gateway'
import type { Exchange, StageAnswer } from '../exchange.ts'
import { gatewayResponses, Refusal } from '../gateway-response.ts'
import type { Gateway } from '../gateway.ts'
import { mappedValue } from '../parameter-mapping.ts'
import type { BackendReply, BackendRequest } from './call-backend.ts'
import { mapRequest, putParameter, type MappedRequest } from './map-request.ts'
import { mapResponse } from './map-response.ts'
import { resolvedUri } from './run-function.ts'

/** What isn't handed on to a backend (documented), and what belongs to a connection. */
const dropped = new Set(
  'connection content-length content-md5 expect host max-forwards proxy-authenticate server te transfer-encoding trailer upgrade www-authenticate keep-alive'.split(
    ' ',
  ),
)
/** What a backend says of itself comes back under another name (recorded). */
const remapped = new Set(['date', 'connection', 'content-length', 'server', 'x-amzn-requestid', 'x-amzn-trace-id'])
/** What belongs to the backend's connection alone. */
const ofConnection = new Set(['transfer-encoding', 'keep-alive', 'trailer', 'upgrade'])

export async function httpIntegration(
  integration: Integration,
  exchange: Exchange,
  { callBackend }: Gateway,
): Promise<StageAnswer> {
  const isProxy = integration.type === 'HTTP_PROXY'
  const mapped = isProxy ? passedOn(integration, exchange) : mapRequest(integration, exchange)
  const asked = backendRequest(integration, exchange, mapped, isProxy)
  exchange.log?.request(asked.url.href, asked.body.toString())
  const reply = answered(await callBackend(asked), exchange)
  exchange.log?.response(reply.status, reply.latencyMs, reply.body.toString())
  return isProxy
    ? { status: reply.status, headers: proxyHeaders(reply.headers), body: reply.body }
    : mapResponse(integration, exchange, { selector: String(reply.status), headers: reply.headers, body: reply.body })
}

/** A proxy hands on query and body as they are; parameters may be added. */
function passedOn({ requestParameters }: Integration, exchange: Exchange): MappedRequest {
  const mapped: MappedRequest = {
    body: exchange.request.body,
    headers: {},
    query: {},
    path: { ...exchange.pathParameters },
  }
  for (const [target, expression] of Object.entries(requestParameters ?? {})) {
    const value = mappedValue(expression, { exchange })
    if (value !== undefined) putParameter(mapped, target, value)
  }
  return mapped
}

function backendRequest(
  integration: Integration,
  exchange: Exchange,
  mapped: MappedRequest,
  isProxy: boolean,
): BackendRequest {
  const { request, stage, traceId } = exchange
  const url = urlOf(resolvedUri(integration.uri, exchange.variables), mapped.path)
  if (isProxy) for (const [name, value] of request.query) url.searchParams.append(name, value)
  for (const [name, value] of Object.entries(mapped.query)) url.searchParams.set(name, value)
  const headers = new Map<string, [string, string][]>()
  const put = (name: string, value: string) => headers.set(name.toLowerCase(), [[name, value]])
  if (isProxy) {
    for (const [name, value] of request.headerList) {
      const lower = name.toLowerCase()
      if (!dropped.has(lower)) headers.set(lower, [...(headers.get(lower) ?? []), [name, value]])
    }
    put('X-Forwarded-For', [request.headers['x-forwarded-for'], request.sourceIp].filter(Boolean).join(', '))
    put('X-Forwarded-Port', '443')
    put('X-Forwarded-Proto', 'https')
  } else {
    put('Content-Type', request.headers['content-type'] ?? 'application/json')
    put('Accept', request.headers['accept'] ?? 'application/json')
    put('User-Agent', `AmazonAPIGateway_${stage.apiId}`)
  }
  put('x-amzn-apigateway-api-id', stage.apiId)
  put('X-Amzn-Trace-Id', traceId)
  for (const [name, value] of Object.entries(mapped.headers)) put(name, value)
  const method = integration.httpMethod === 'ANY' ? request.method : (integration.httpMethod ?? request.method)
  const hasBody = method !== 'GET' && method !== 'HEAD'
  return {
    url,
    method,
    headers: [...headers.values()].flat(),
    body: hasBody ? mapped.body : '',
    timeoutMs: integration.timeoutInMillis ?? 29_000,
  }
}

function urlOf(uri: string, path: Record<string, string>): URL {
  const filled = uri.replaceAll(/\{([^}/]+?)\+?\}/g, (whole, name: string) => {
    const value = path[name]
    return value === undefined ? whole : value.split('/').map(encodeURIComponent).join('/')
  })
  if (URL.canParse(filled)) return new URL(filled)
  throw new Refusal(
    gatewayResponses.API_CONFIGURATION_ERROR,
    'Execution failed due to configuration error: Invalid endpoint address',
  )
}

function answered(reply: BackendReply, exchange: Exchange) {
  const { latencyMs } = reply
  if (reply.kind === 'answered') {
    exchange.integration = { status: reply.status, latencyMs }
    return reply
  }
  exchange.integration = { latencyMs, error: reply.kind === 'failed' ? reply.reason : 'timeout' }
  if (reply.kind === 'timed out') {
    throw new Refusal(gatewayResponses.INTEGRATION_TIMEOUT, 'Execution failed due to a timeout error')
  }
  throw unreachable()
}

export const unreachable = () =>
  new Refusal(
    gatewayResponses.INTEGRATION_FAILURE,
    'Execution failed due to configuration error: Network error communicating with endpoint',
  )

const proxyHeaders = (headers: [string, string][]) =>
  headers.flatMap(([name, value]): [string, string][] => {
    const lower = name.toLowerCase()
    if (ofConnection.has(lower)) return []
    return [[remapped.has(lower) ? `x-amzn-Remapped-${name}` : name, value]]
  })
