import type { Integration } from '@aws-sdk/client-api-gateway'
import type { MethodRun } from './run-method.ts'

export type TestedRequest = {
  requestId: string
  verb: string
  resourcePath: string
  pathParameters: Record<string, string>
  query: Record<string, string>
  headers: Record<string, string>
  body: string
}

/**
 * The lines of TestInvokeMethod, each after the instant as Java prints it (recorded, test_invoke_test_method). MOCK has none
 * of its endpoint; the reasons of failures but those recorded are guessed.
 */
export function executionLog(now: number, request: TestedRequest, run: MethodRun, integration?: Integration): string {
  const lines = [
    `Starting execution for request: ${request.requestId}`,
    `HTTP Method: ${request.verb}, Resource Path: ${request.resourcePath}`,
    `Method request path: ${listed(request.pathParameters)}`,
    `Method request query string: ${listed(request.query)}`,
    `Method request headers: ${listed(request.headers)}`,
    `Method request body before transformations: ${request.body}`,
    ...endpointLines(run, request, integration),
    ...(run.refusal === undefined ? answerLines(run) : [reasonOf(run)]),
    `Method completed with status: ${run.status}`,
  ]
  const at = javaDate(now)
  return `Execution log for request ${request.requestId}\n${lines.map((line) => `${at} : ${line}\n`).join('')}`
}

const listed = (pairs: Record<string, string>) =>
  `{${Object.entries(pairs)
    .map(([name, value]) => `${name}=${value}`)
    .join(', ')}}`

function endpointLines(run: MethodRun, request: TestedRequest, integration?: Integration): string[] {
  const latency = run.integrationLatencyMs
  if (integration?.type === 'MOCK' || latency === undefined) return []
  return [
    `Endpoint request URI: ${integration?.uri}`,
    `Endpoint request body after transformations: ${request.body}`,
    `Sending request to ${integration?.uri}`,
    `Received response. Status: ${run.status}, Integration latency: ${latency} ms`,
    `Endpoint response body before transformations: ${run.body}`,
  ]
}

const answerLines = ({ body }: MethodRun) => [
  `Method response body after transformations: ${body}`,
  'Method response headers: {Content-Type=application/json}',
  'Successfully completed execution',
]

function reasonOf({ status }: MethodRun): string {
  if (status === 504) return 'Execution failed due to a timeout error'
  const reason = status === 502 ? 'Malformed Lambda proxy response' : 'Invalid endpoint address'
  return `Execution failed due to configuration error: ${reason}`
}

/** `Thu Jan 15 12:00:00 UTC 2026`. */
function javaDate(now: number): string {
  const [weekday = '', day = '', month = '', year = '', time = ''] = new Date(now).toUTCString().split(' ')
  return `${weekday.replace(',', '')} ${month} ${day} ${time} UTC ${year}`
}
