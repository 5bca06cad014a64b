import type { AwsOperation } from '@callboard/shared-types/changes/plan.schemas'

/** A call for a part of a stage, and what it should leave of it. */
export interface PartStep<S> {
  operation: AwsOperation
  after: S
  /** It comes after the steps of all parts that aren't: an alarm goes before the filter that feeds it. */
  late?: boolean
}
