import type { GetSdkRequest, SdkResponse } from '@aws-sdk/client-api-gateway'
import { AwsError, badRequest } from '../lib/aws-error.ts'
import { isoInstant } from '../lib/clock.ts'
import type { Call } from './call.ts'
import { getSdkType } from './get-sdk-type.ts'
import { exportSource } from './openapi/export-source.ts'
import { javascriptClient } from './javascript-client.ts'

/** A zip with content headers (documented). Parameters that a type requires are checked for all; the sentence is guessed. */
export function getSdk(call: Call, input: GetSdkRequest): SdkResponse {
  const { id, configurationProperties = [] } = getSdkType(call, { id: input.sdkType })
  const source = exportSource(call, input.restApiId, input.stageName)
  const missing = configurationProperties.filter(({ name = '' }) => !input.parameters?.[name])
  if (missing.length > 0) {
    throw badRequest(`Missing required parameters: [${missing.map(({ name }) => name).join(', ')}]`)
  }
  if (id !== 'javascript') {
    throw new AwsError(
      'NotImplementedException',
      501,
      `The emulator generates clients for javascript only, not for ${id}`,
    )
  }
  const instant = isoInstant(call.now).slice(0, 16).replace('T', '_').replace(':', '-')
  return {
    contentType: 'application/octet-stream',
    contentDisposition: `attachment; filename="javascript_${instant}Z.zip"`,
    body: javascriptClient(source, call.now),
  }
}
