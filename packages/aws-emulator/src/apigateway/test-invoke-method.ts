import type { TestInvokeMethodRequest, TestInvokeMethodResponse } from '@aws-sdk/client-api-gateway'
import { allValues, lastValues } from '../execute-api/stage-request.ts'
import { findClientCertificate } from './client-certificates.ts'
import type { Call } from './call.ts'
import { findMethod } from './resources.ts'
import { runMethod } from './run-method.ts'

/** Runs the API as it is now, deployed or not, without authorizers, keys and throttles (documented). */
export async function testInvokeMethod(call: Call, input: TestInvokeMethodRequest): Promise<TestInvokeMethodResponse> {
  const found = findMethod(call, input)
  if (input.clientCertificateId) findClientCertificate(call, input.clientCertificateId)
  const { status, body, headers, log, latencyMs } = await runMethod(call, input, found)
  return {
    status,
    body,
    headers: lastValues(headers),
    multiValueHeaders: { ...allValues(headers) },
    log,
    latency: latencyMs,
  }
}
