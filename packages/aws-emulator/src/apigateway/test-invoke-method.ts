import type { TestInvokeMethodRequest, TestInvokeMethodResponse } from '@aws-sdk/client-api-gateway'
import { findClientCertificate } from './client-certificates.ts'
import type { Call } from './call.ts'
import { executionLog, type TestedRequest } from './execution-log.ts'
import { findMethod } from './resources.ts'
import { runMethod } from './run-method.ts'
import { madeId } from '../lib/ids.ts'

/** Runs the API as it is now, deployed or not, without authorizers, keys and throttles (documented). */
export function testInvokeMethod(call: Call, input: TestInvokeMethodRequest): TestInvokeMethodResponse {
  const { resource, method } = findMethod(call, input)
  if (input.clientCertificateId) findClientCertificate(call, input.clientCertificateId)
  const [path = '', query = ''] = (input.pathWithQueryString ?? '').split('?', 2)
  const address = `${resource.apiId}/${resource.id}/${method.httpMethod}`
  const run = runMethod(call, method, input.stageVariables ?? {}, address)
  const headers = { 'Content-Type': 'application/json' }
  const request: TestedRequest = {
    requestId: requestIdOf(call, address),
    verb: method.httpMethod ?? '',
    resourcePath: resource.path,
    pathParameters: pathParameters(resource.path, path),
    query: Object.fromEntries(new URLSearchParams(query)),
    headers: input.headers ?? {},
    body: input.body ?? '',
  }
  return {
    status: run.status,
    body: run.body,
    headers,
    multiValueHeaders: { 'Content-Type': ['application/json'] },
    log: executionLog(call.now, request, run, method.methodIntegration),
    latency: run.latencyMs,
  }
}

/** What stands in the path where the resource has a name; a greedy one takes the rest. */
function pathParameters(resourcePath: string, path: string): Record<string, string> {
  const values = path.split('/')
  const parameters: Record<string, string> = {}
  for (const [index, part] of resourcePath.split('/').entries()) {
    const [, name = '', greedy] = /^\{([^}+]+)(\+?)\}$/.exec(part) ?? []
    if (name) parameters[name] = (greedy ? values.slice(index).join('/') : values[index]) ?? ''
  }
  return parameters
}

/** Of the look of a UUID, the same for the same instant. */
function requestIdOf({ seed, unit, now }: Call, address: string): string {
  const hex = (count: number, length: number) =>
    Buffer.from(madeId(seed, unit.place.account, `${address}/${now}`, count, length))
      .toString('hex')
      .slice(0, length)
  return [hex(1, 8), hex(2, 4), hex(3, 4), hex(4, 4), hex(5, 12)].join('-')
}
