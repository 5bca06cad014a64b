import { asText } from '../as-text.ts'
import type { Integration } from '@aws-sdk/client-api-gateway'
import type { Exchange, StageAnswer } from '../exchange.ts'
import { badGateway, gatewayResponses, Refusal } from '../gateway-response.ts'
import type { Gateway } from '../gateway.ts'
import { mapRequest } from './map-request.ts'
import { mapResponse } from './map-response.ts'
import { proxyAnswer } from './proxy-answer.ts'
import { proxyEvent } from './proxy-event.ts'
import { functionBehind, runFunction, type FunctionRun } from './run-function.ts'

type Part = Pick<Gateway, 'surroundings' | 'random'>

/** A function behind a proxy or a custom integration: one of the world's own. */
export function functionIntegration(
  integration: Integration,
  exchange: Exchange,
  { surroundings, random }: Part,
): StageAnswer {
  const behaviour = functionBehind(integration, exchange, surroundings)
  const event = eventFor(integration, exchange)
  const { log } = exchange
  log?.request(integration.uri ?? '', event())
  const run = runFunction(behaviour, event, integration.timeoutInMillis ?? 29_000, random)
  exchange.integration = { status: run.kind === 'timed out' ? undefined : 200, latencyMs: run.latencyMs }
  if (run.kind !== 'timed out') log?.response(200, run.latencyMs, run.kind === 'returned' ? run.payload : failure)
  return answerAfter(run, integration, exchange)
}

/** What a function gets to see: a proxy's event, else the request as its template makes it. */
export function eventFor(integration: Integration, exchange: Exchange): () => unknown {
  if (integration.type === 'AWS_PROXY') return () => proxyEvent(exchange)
  const mapped = mapRequest(integration, exchange).body.toString()
  return () => mapped
}

/** The gateway's answer to a function's run. */
export function answerAfter(run: FunctionRun, integration: Integration, exchange: Exchange): StageAnswer {
  if (run.kind === 'timed out') {
    throw new Refusal(gatewayResponses.INTEGRATION_TIMEOUT, 'Execution failed due to a timeout error')
  }
  return integration.type === 'AWS_PROXY' ? answerOfProxy(run, exchange) : customAnswer(run, integration, exchange)
}

type Ended = Exclude<FunctionRun, { kind: 'timed out' }>

/** What Lambda says of a function that threw. */
const failure = { errorMessage: 'The function failed', errorType: 'Error' }

function answerOfProxy(run: Ended, exchange: Exchange): StageAnswer {
  if (run.kind === 'threw') {
    const detail = `Lambda execution failed with status 200 due to customer function error: ${failure.errorMessage}. Lambda request id: ${exchange.requestId}`
    throw new Refusal(badGateway, detail)
  }
  const answer = proxyAnswer(run.payload, exchange)
  if (answer) return answer
  throw new Refusal(badGateway, 'Execution failed due to configuration error: Malformed Lambda proxy response')
}

/** Patterns are matched with the error's message, and with nothing where there is none (documented). */
function customAnswer(run: Ended, integration: Integration, exchange: Exchange): StageAnswer {
  const selector = run.kind === 'threw' ? failure.errorMessage : ''
  const payload = run.kind === 'threw' ? failure : run.payload
  return mapResponse(integration, exchange, { selector, headers: [], body: bodyOf(payload) })
}

/** Behind a custom integration the function's answer is its body alone: the status is the gateway's to say. */
function bodyOf(payload: unknown): string {
  if (typeof payload === 'object' && payload !== null && 'body' in payload && 'statusCode' in payload) {
    return asText(payload.body)
  }
  return JSON.stringify(payload) ?? 'null'
}
