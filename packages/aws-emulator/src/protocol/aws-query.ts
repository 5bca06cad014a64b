import type { AwsError } from '../lib/aws-error.ts'
import { faultOf } from './aws-json.ts'
import type { OperationSchema } from './operation-schema.ts'
import { readQueryInput } from './query-input.ts'
import type { HttpAnswer, HttpRequest } from './request.ts'
import { queryCodeOf, type ReadWire, type RpcService } from './rpc-service.ts'
import { element, textElement, xmlMembers } from './xml-writer.ts'

/** The query protocol: a form with `Action` and `Version`, or the same in the query string, answered in XML. */
export const awsQueryWire: ReadWire = (service, request, requestId) => {
  const { query } = service
  if (!query || !mayBeQuery(request)) return undefined
  const form = request.method === 'GET' ? request.query : new URLSearchParams(request.body.toString('utf8'))
  const operation = form.get('Action')
  if (!operation || form.get('Version') !== query.version) return undefined
  return {
    operation,
    body: ({ input }) => readQueryInput(input, form),
    answer: (schema, output) => queryAnswer(query.namespace, schema, output, requestId),
    error: (error) => queryError(service, query.namespace, error, requestId),
  }
}

function mayBeQuery({ method, path, headers, query }: HttpRequest): boolean {
  if (path !== '/') return false
  if (method === 'GET') return query.has('Action')
  return method === 'POST' && (headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded')
}

function queryAnswer(namespace: string, { name, output: shape }: OperationSchema, output: unknown, requestId: string) {
  const result = shape.isUnitSchema() ? '' : element(`${name}Result`, xmlMembers(shape, output ?? {}))
  const metadata = element('ResponseMetadata', textElement('RequestId', requestId))
  return xmlAnswer(200, {}, `<${name}Response xmlns="${namespace}">${result}${metadata}</${name}Response>`)
}

function queryError(service: RpcService, namespace: string, error: AwsError, requestId: string): HttpAnswer {
  const { name, status, message, headers } = error
  const told = [
    textElement('Type', faultOf(status)),
    textElement('Code', queryCodeOf(service, name)),
    textElement('Message', message),
  ]
  const inside = element('Error', told.join('')) + textElement('RequestId', requestId)
  return xmlAnswer(status, headers, `<ErrorResponse xmlns="${namespace}">${inside}</ErrorResponse>`)
}

const xmlAnswer = (status: number, headers: Record<string, string>, body: string): HttpAnswer => ({
  status,
  headers: { 'content-type': 'text/xml', ...headers },
  body,
})
