import { AwsError } from '../lib/aws-error.ts'
import { checkRequired, checkShape, isRecord } from './check-shape.ts'
import { parseJson, readShape, restJson } from './json-codec.ts'
import type { Shape } from './operation-schema.ts'
import type { HttpRequest } from './request.ts'
import type { Route } from './rest-json-routes.ts'

/** `updateStageInput`: the name the framework prints in front of a member. */
const inputName = (operation: string) => `${operation.charAt(0).toLowerCase()}${operation.slice(1)}Input`

/** Builds an operation's input from path, query, headers and body, as its schema binds them. */
export function readRestJsonInput({ operation, labels }: Route, request: HttpRequest): Record<string, unknown> {
  const at = inputName(operation.name)
  const input: Record<string, unknown> = bodyOf(operation.input, request, at)
  for (const [name, member] of operation.input.structIterator()) {
    const value = boundValue(name, member, labels, request)
    if (value !== undefined) input[name] = value
  }
  checkRequired(operation.input, input, at)
  return input
}

function bodyOf(shape: Shape, request: HttpRequest, at: string): Record<string, unknown> {
  if (request.method === 'GET' || request.method === 'DELETE' || payloadOf(shape)) return {}
  const body = parseJson(request.body)
  if (!isRecord(body)) throw new AwsError('SerializationException', 400, `Expected an object at '${at}'`)
  checkShape(shape, body, at)
  return readShape(restJson, shape, body) as Record<string, unknown>
}

function payloadOf(shape: Shape): boolean {
  return [...shape.structIterator()].some(([, member]) => member.getMergedTraits().httpPayload)
}

function boundValue(name: string, member: Shape, labels: Record<string, string>, request: HttpRequest): unknown {
  const traits = member.getMergedTraits()
  if (traits.httpLabel) return labels[name]
  if (traits.httpPayload) return new Uint8Array(request.body)
  if (traits.httpHeader) return request.headers[traits.httpHeader.toLowerCase()]
  if (traits.httpQueryParams) return Object.fromEntries(request.query)
  return traits.httpQuery ? queryValue(member, request.query.getAll(traits.httpQuery), name) : undefined
}

function queryValue(member: Shape, values: string[], name: string): unknown {
  const [first] = values
  if (first === undefined) return undefined
  if (member.isListSchema()) return values
  if (member.isBooleanSchema()) return first === 'true'
  if (!member.isNumericSchema()) return first
  const number = Number(first)
  if (first !== '' && Number.isInteger(number)) return number
  throw new AwsError('SerializationException', 400, `Expected a number at '${name}'`)
}
