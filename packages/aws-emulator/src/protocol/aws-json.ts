import type { HttpAnswer } from './request.ts'
import { awsJson, parseJson, writeShape } from './json-codec.ts'
import { queryCodeOf, type ReadWire } from './rpc-service.ts'

/** AWS JSON 1.0 and 1.1: the operation is in the `X-Amz-Target` header. */
export const awsJsonWire: ReadWire = (service, request) => {
  const target = request.headers['x-amz-target'] ?? ''
  const { json } = service
  // Clients write CloudTrail's target with its package in front (`com.amazonaws.cloudtrail.v20131101.`) or without.
  const [, prefix = '', operation = ''] = /([^.]+)\.([^.]*)$/.exec(target) ?? []
  if (!json || prefix !== json.target) return undefined
  const contentType = `application/x-amz-json-${json.version}`
  return {
    operation,
    body: () => (request.method === 'POST' ? parseJson(request.body) : undefined),
    answer: ({ output: shape }, output): HttpAnswer => ({
      status: 200,
      headers: { 'content-type': contentType },
      body: shape.isUnitSchema() ? '{}' : writeShape(awsJson, shape, output ?? {}),
    }),
    error({ name, status, message, headers }) {
      const queryError: Record<string, string> = service.query
        ? { 'x-amzn-query-error': `${queryCodeOf(service, name)};${faultOf(status)}` }
        : {}
      const type = service.errorNamespace ? `${service.errorNamespace}#${name}` : name
      return {
        status,
        headers: { 'content-type': contentType, ...queryError, ...headers },
        body: JSON.stringify({ __type: type, message }),
      }
    },
  }
}

/** Whose fault it was, as the query protocol puts it. */
export const faultOf = (status: number) => (status < 500 ? 'Sender' : 'Receiver')
