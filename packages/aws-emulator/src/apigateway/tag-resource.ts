import type { TagResourceRequest } from '@aws-sdk/client-api-gateway'
import type { Call } from './call.ts'
import { checkTags, findTagged } from './tags.ts'

export function tagResource(call: Call, input: TagResourceRequest): void {
  const tagged = findTagged(call, input.resourceArn)
  const tags = { ...tagged.tags, ...input.tags }
  checkTags(tags)
  tagged.put(tags)
}
