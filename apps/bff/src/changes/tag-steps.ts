import type { AwsOperation } from '@callboard/shared-types/changes/plan.schemas'
import { tagPatch } from '../aws/tag-patch.ts'
import { accountOperation } from './operations.ts'

type Tags = Record<string, string>

/** The calls that lead from one set of tags of a thing to another, each with the tags it leaves. */
export function tagSteps(resourceArn: string, before: Tags, after: Tags): { operation: AwsOperation; after: Tags }[] {
  const { set, remove } = tagPatch(before, after)
  const steps = []
  if (Object.keys(set).length > 0)
    steps.push({ operation: accountOperation('TagResource', { resourceArn, tags: set }), after: { ...before, ...set } })
  if (remove.length > 0)
    steps.push({ operation: accountOperation('UntagResource', { resourceArn, tagKeys: remove }), after })
  return steps
}
