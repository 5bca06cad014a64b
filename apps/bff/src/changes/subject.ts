import type { AwsOperation, Target } from '@callboard/shared-types/changes/plan.schemas'
import type { AwsConnection } from '../aws/connections.ts'
import type { Unreachable } from '../aws/patch.ts'
import type { Wish } from './wish.ts'
import type { Making } from './making.ts'
import type { End } from './outcome.ts'
import type { Path, State } from './rows.ts'

/** One AWS call after the other, each with the state it should leave: the path has one more state than there are calls. */
export interface Steps {
  path: Path
  operations: AwsOperation[]
  unreachable: Unreachable[]
}

/**
 * A thing in AWS that changes are made to, such as a stage: how it's looked at, how one state of it is turned into
 * another, and how the look afterwards is compared. The engine knows no more of what it changes than this.
 * @typeParam P what its verbs are given to think with
 * @typeParam D what its verbs answer
 */
export interface Subject<P, D extends Wish> {
  readonly connection: AwsConnection
  /** One change at a time for each key. */
  readonly lockKey: string
  /** What people call it: `stage`. */
  readonly noun: string
  /** The thing as it is this moment, past every cache. @throws not_found, and what AWS answers */
  look(): Promise<P>
  target(present: P): Promise<Target>
  steps(target: Target, present: P, draft: D): Promise<Steps>
  /** What a draft leaves as it is, in words. */
  unchanged(path: Path, draft: D): string[]
  /** The state of the thing with those of its parts that `about` has; ABSENT where it isn't there. */
  stateOf(present: P, about: State): Promise<State>
  /** The part of a draft that leads to a state. */
  leadingTo(state: State): Omit<D, keyof Wish>
  /** How a lost answer to the making of something is found out. */
  readonly makings: Making[]
  /** What wasn't there when the change began is there now, by this id. */
  isNow?(id: string): void
  /** A change to it is about to end like this; while it hasn't, nobody takes what it left for somebody else's doing. */
  ending?(changeId: string, end: End): Promise<void>
  /** A change to it ended, or can't be ended yet: forgets what is stale. */
  ended(): Promise<void>
}
