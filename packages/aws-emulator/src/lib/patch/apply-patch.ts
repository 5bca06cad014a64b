import type { PatchOperation } from '@aws-sdk/client-api-gateway'
import type { AwsError } from '../aws-error.ts'
import { matchPointer } from './pointer.ts'

export type PatchVerb = 'add' | 'remove' | 'replace' | 'copy'

/** One operation at one path: `names` holds what the pattern's `{name}`s stand for, still escaped. */
export type PatchStep = { path: string; value: string; from: string; names: Record<string, string> }

/** Changes the draft, or throws an `AwsError`. */
export type PatchAction<Draft> = (draft: Draft, step: PatchStep) => void

export type PatchRule<Draft> = { path: string } & Partial<Record<PatchVerb, PatchAction<Draft>>>

/** What to answer where no rule takes the operation: `known` tells whether the path exists for another verb. */
export type Refusal<Draft> = (operation: PatchOperation, known: PatchRule<Draft> | undefined) => AwsError

/**
 * Applies operations in order to a copy; the first refused one refuses all (that a request is atomic is assumed: no
 * recording shows a partial one). The first rule whose pattern matches owns the path.
 */
export function applyPatch<Draft>(
  rules: PatchRule<Draft>[],
  before: Draft,
  operations: PatchOperation[],
  refuse: Refusal<Draft>,
): Draft {
  const draft = structuredClone(before)
  for (const operation of operations) {
    const path = operation.path ?? ''
    const rule = rules.find((candidate) => matchPointer(candidate.path, path) !== undefined)
    const action = rule?.[operation.op as PatchVerb]
    if (!rule || !action) throw refuse(operation, rule)
    const names = matchPointer(rule.path, path) ?? {}
    action(draft, { path, value: operation.value ?? '', from: operation.from ?? '', names })
  }
  return draft
}

/** `"true"` in any case is true, anything else is false: `not-a-boolean` was recorded to be taken as false. */
export const lenientBoolean = (value: string) => value.toLowerCase() === 'true'
