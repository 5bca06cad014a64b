import type { HttpAnswer } from '../protocol/request.ts'
import type { Arrival, StageAnswer } from './exchange.ts'
import type { Ending } from './run-request.ts'

/** With what AWS adds to every answer. */
export function httpAnswer(ending: Ending, arrival: Arrival): HttpAnswer {
  const { status, body } = ending.answer
  const headers: [string, string][] = [
    ['x-amzn-RequestId', arrival.requestId],
    ['x-amz-apigw-id', arrival.extendedRequestId],
    ...answeredHeaders(ending, arrival),
  ]
  return { status: sendable(status), headers: grouped(headers), body }
}

/** The trace id comes only with answers of backends, not with MOCK and not with errors (recorded). */
export function answeredHeaders({ answer, refused }: Ending, arrival: Arrival): [string, string][] {
  const traced = arrival.integration !== undefined && !refused
  return traced ? [...answer.headers, ['X-Amzn-Trace-Id', arrival.traceId]] : answer.headers
}

/** A status that HTTP doesn't know, as a template may say, is a 500 (guessed). */
const sendable = (status: number) => (status >= 200 && status <= 599 && Number.isInteger(status) ? status : 500)

/** Of a stage that isn't there. */
export function bareAnswer(
  { status, headers, body }: StageAnswer,
  requestId: string,
  extendedRequestId: string,
): HttpAnswer {
  const all: [string, string][] = [['x-amzn-RequestId', requestId], ['x-amz-apigw-id', extendedRequestId], ...headers]
  return { status, headers: grouped(all), body }
}

const nameRule = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/
const valueRule = /^[\t\x20-\x7e\x80-\xff]*$/

/** Several of one name become a list. What HTTP can't carry is left out (guessed), and so is what Node sets itself. */
function grouped(headers: [string, string][]): Record<string, string | string[]> {
  const names = new Map<string, string>()
  const values: Record<string, string | string[]> = {}
  for (const [name, value] of headers) {
    const lower = name.toLowerCase()
    if (!nameRule.test(name) || !valueRule.test(value) || ownHeaders.has(lower)) continue
    const known = names.get(lower)
    if (known === undefined) {
      names.set(lower, name)
      values[name] = value
    } else values[known] = [values[known] ?? [], value].flat()
  }
  return values
}

const ownHeaders = new Set(['content-length', 'transfer-encoding', 'connection', 'keep-alive'])
