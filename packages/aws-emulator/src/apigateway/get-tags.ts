import type { GetTagsRequest, Tags } from '@aws-sdk/client-api-gateway'
import type { Call } from './call.ts'
import { findTagged } from './tags.ts'

/** One map, whatever position and limit say. */
export function getTags(call: Call, input: GetTagsRequest): Tags {
  return { tags: findTagged(call, input.resourceArn).tags }
}
