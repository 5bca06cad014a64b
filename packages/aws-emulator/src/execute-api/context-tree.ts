import { asText } from './as-text.ts'
import type { Arrival, ContextTree } from './exchange.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `15/Jan/2026:12:00:00 +0000` (documented form). */
export function requestTime(at: number): string {
  const iso = new Date(at).toISOString()
  return `${iso.slice(8, 10)}/${months[Number(iso.slice(5, 7)) - 1]}/${iso.slice(0, 4)}:${iso.slice(11, 19)} +0000`
}

export function contextOf(arrival: Arrival): ContextTree {
  return (arrival.tree ??= makeTree(arrival))
}

function makeTree(arrival: Arrival): ContextTree {
  const { place, stage, request, route, at } = arrival
  const authorized = arrival.authorized
  return {
    accountId: place.account,
    apiId: stage.apiId,
    stage: stage.stageName,
    deploymentId: arrival.deploymentId,
    resourceId: route?.resource.id,
    resourcePath: route?.resource.path,
    // Under a custom name the path is the client's own, base path and all (from public reports).
    path: arrival.custom?.path ?? `/${stage.stageName}${request.path}`,
    httpMethod: request.method,
    protocol: 'HTTP/1.1',
    requestId: arrival.requestId,
    extendedRequestId: arrival.extendedRequestId,
    requestTime: requestTime(at),
    requestTimeEpoch: at,
    domainName: arrival.domainName,
    domainPrefix: arrival.domainName.split('.')[0],
    customDomain: { basePathMatched: arrival.custom?.basePath },
    // Absent where there is no canary: unsure; with one it is recorded to be "true" or "false".
    isCanaryRequest: stage.canary ? String(arrival.isCanary) : undefined,
    xrayTraceId: stage.tracingEnabled ? arrival.traceId : undefined,
    identity: identityOf(arrival),
    authorizer: authorized ? { principalId: authorized.principalId, ...authorized.context } : {},
    error: {},
    integration: {},
    requestOverride: { header: {}, querystring: {}, path: {} },
    responseOverride: { header: {}, querystring: {}, path: {} },
  }
}

/** The members that the proxy event was recorded to have; who isn't signed is nobody. */
export function identityOf({ request, identified, authorized }: Arrival): Record<string, unknown> {
  return {
    accessKey: null,
    accountId: null,
    caller: null,
    cognitoAuthenticationProvider: null,
    cognitoAuthenticationType: null,
    cognitoIdentityId: null,
    cognitoIdentityPoolId: null,
    principalOrgId: null,
    sourceIp: request.sourceIp,
    user: null,
    userAgent: request.headers['user-agent'] ?? null,
    userArn: null,
    ...authorized?.identity,
    ...(identified && { apiKey: identified.key.value, apiKeyId: identified.key.id }),
  }
}

/** Adds what is known only at the end: for access logs and gateway responses. */
export function finishedContext(arrival: Arrival): ContextTree {
  const { integration, refused, ended } = arrival
  const tree = contextOf(arrival)
  tree['status'] = ended?.status
  tree['responseLength'] = ended?.responseLength
  tree['responseLatency'] = ended?.latencyMs
  tree['integrationStatus'] = integration?.status
  tree['integrationLatency'] = integration?.latencyMs
  tree['integrationErrorMessage'] = integration?.error
  tree['integration'] = {
    status: integration?.status,
    integrationStatus: integration?.status,
    latency: integration?.latencyMs,
    error: integration?.error,
  }
  tree['error'] = refused && {
    message: refused.message,
    messageString: refused.message === null ? 'null' : JSON.stringify(refused.message),
    responseType: refused.response.type,
    validationErrorString: arrival.validationError,
  }
  return tree
}

/** The text of `identity.sourceIp` and the like; undefined where there is nothing. */
export function contextText(tree: ContextTree, path: string): string | undefined {
  let value: unknown = tree
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
    value = (value as Record<string, unknown>)[name]
  }
  if (value === undefined || value === null) return undefined
  return asText(value)
}
