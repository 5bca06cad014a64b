import type { UntagResourceRequest } from '@aws-sdk/client-api-gateway'
import type { Call } from './call.ts'
import { findTagged } from './tags.ts'

export function untagResource(call: Call, input: UntagResourceRequest): void {
  const tagged = findTagged(call, input.resourceArn)
  const kept = Object.entries(tagged.tags).filter(([key]) => !input.tagKeys?.includes(key))
  tagged.put(Object.fromEntries(kept))
}
