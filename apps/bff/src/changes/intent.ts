import type { StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import type { TracelessOperation } from './operations.ts'
import type { PartStates } from './stage-parts.ts'
import type { Subject } from './subject.ts'
import type { Present, Wish } from './wish.ts'

/** What a verb wants of a stage: the stage as it should be, and what a person should know. */
export interface Draft extends Wish {
  /** The states to lead through after the present one, one AWS call each; usually one. Null: the stage gone. */
  states: (StageConfig | null)[]
  /** A deployment to make first; NEW_DEPLOYMENT stands for its id in the states. */
  creates?: { description: string }
  /** A deployment to delete, instead of a change to the stage. */
  deletes?: { id: string; name: string }
  /** What else belongs to the stage and should be so, such as its tags, where the verb is about them. */
  parts?: Partial<PartStates>
  /** Operations of AWS that leave nothing on the stage to be seen by, such as a flush. */
  sends?: TracelessOperation[]
}

/** A verb with its input: a pure wish, put through the engine. */
export interface Intent<P = Present, D extends Wish = Draft> {
  /** As in the contract, such as `deployments.rollBack`. */
  verb: string
  /** The change that this one undoes. */
  undoes?: string
  /** The stage may not be there yet. */
  mayBeAbsent?: boolean
  draft(present: P, subject: Subject<P, D>): Promise<D>
}
