import type { GetSdkRequest, SdkResponse } from '@aws-sdk/client-api-gateway'
import { isoInstant } from '../lib/clock.ts'
import type { Call } from './call.ts'
import { getSdkType } from './get-sdk-type.ts'
import { exportSource } from './openapi/export-source.ts'
import { checkClientParameters, clientZip } from './sdks/client-zip.ts'

/** A zip with content headers (documented) of a small client of this emulator's own, for the routes of the stage's deployment. */
export function getSdk(call: Call, input: GetSdkRequest): SdkResponse {
  const { parameters = {} } = input
  const { id = '', configurationProperties = [] } = getSdkType(call, { id: input.sdkType })
  const source = exportSource(call, input.restApiId, input.stageName)
  checkClientParameters(
    configurationProperties.map(({ name = '' }) => name),
    parameters,
  )
  const instant = isoInstant(call.now).slice(0, 16).replace('T', '_').replace(':', '-')
  return {
    contentType: 'application/octet-stream',
    contentDisposition: `attachment; filename="${id}_${instant}Z.zip"`,
    body: clientZip(id, source, parameters, call.now),
  }
}
