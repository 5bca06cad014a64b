import type { GetSdkTypeRequest, SdkType } from '@aws-sdk/client-api-gateway'
import { notFound } from '../lib/aws-error.ts'
import type { Call } from './call.ts'
import { sdkTypes } from './sdk-types.ts'

/** Sentence guessed. */
export function getSdkType(_call: Call, input: GetSdkTypeRequest): SdkType {
  const type = sdkTypes.find(({ id }) => id === input.id)
  if (!type) throw notFound(`Invalid SDK type identifier specified: ${input.id}`)
  return type
}
