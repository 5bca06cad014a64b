import type { Method, TestInvokeMethodRequest } from '@aws-sdk/client-api-gateway'
import { answeredHeaders } from '../execute-api/http-answer.ts'
import { runRequest } from '../execute-api/run-request.ts'
import type { Call } from './call.ts'
import type { ResourceRecord } from './records.ts'
import { testedRequest } from './tested-request.ts'
import { testLog } from './test-log.ts'

export type MethodRun = {
  status: number
  headers: [string, string][]
  body: string
  latencyMs: number
  log: string
}

/** The name that functions and templates see for the stage (from memory). */
const stageName = 'test-invoke-stage'

type Found = { resource: ResourceRecord; method: Method }

/** The one seam to the data plane: runs a method as it is now, without a stage. */
export async function runMethod(call: Call, input: TestInvokeMethodRequest, found: Found): Promise<MethodRun> {
  const { exchange, gateway } = testedRequest(call, input, { ...found, stageName })
  const ending = await runRequest(gateway, exchange)
  const { status, body } = ending.answer
  exchange.log?.info(`Method completed with status: ${status}`)
  return {
    status,
    headers: answeredHeaders(ending, exchange),
    body: body.toString(),
    latencyMs: ending.latencyMs,
    log: testLog(call.now, exchange.requestId, exchange.log?.lines ?? []),
  }
}
