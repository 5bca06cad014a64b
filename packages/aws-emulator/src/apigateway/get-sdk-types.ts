import type { GetSdkTypesRequest, SdkTypes } from '@aws-sdk/client-api-gateway'
import { page } from '../lib/page.ts'
import type { Call } from './call.ts'
import { sdkTypes } from './sdk-types.ts'

export function getSdkTypes(_call: Call, input: GetSdkTypesRequest): SdkTypes & { position?: string } {
  return page(sdkTypes, input.position, input.limit)
}
