import type { AwsOperation, StageTarget } from '@callboard/shared-types/changes/plan.schemas'
import { tagPatch } from '../aws/tag-patch.ts'
import type { Present } from './wish.ts'
import { tagResource, untagResource } from './operations.ts'

/** What belongs to a stage without being in its config, by name, as a change's states carry it. */
export interface PartStates {
  tags: Record<string, string>
}

/** How one part is read, and turned from one state into another. */
interface Part<S> {
  /** As it is this moment, past every cache. */
  read(present: Present): Promise<S>
  /** The calls that lead from one state to the other, each with what it should leave. */
  steps(target: StageTarget, before: S, after: S): { operation: AwsOperation; after: S }[]
}

export const stageParts: { [Name in keyof PartStates]: Part<PartStates[Name]> } = {
  tags: {
    read: async ({ stage }) => stage.tags,
    steps(target, before, after) {
      const { set, remove } = tagPatch(before, after)
      return [
        ...(Object.keys(set).length > 0 ? [{ operation: tagResource(target, set), after: { ...before, ...set } }] : []),
        ...(remove.length > 0 ? [{ operation: untagResource(target, remove), after }] : []),
      ]
    },
  },
}

export const partNames = Object.keys(stageParts) as (keyof PartStates)[]
