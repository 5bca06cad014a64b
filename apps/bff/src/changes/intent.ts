import type { Choice, Consequence, UndoKind, Warning } from '@callboard/shared-types/changes/plan.schemas'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import type { AwsConnection } from '../aws/connections.ts'
import type { SeenStage } from '../aws/seen-stage.ts'
import type { TracelessOperation } from './operations.ts'

/** What a verb is given to think with. */
export interface Present {
  connection: AwsConnection
  address: StageAddress
  stage: SeenStage
}

/** What a verb wants: the stage as it should be, and what a person should know before the click. */
export interface Draft {
  /** Names the act, such as `Roll back prod to checkout 2.13`. */
  title: string
  /** The words on the button. */
  act: string
  /** The states to lead through after the present one, one AWS call each; usually one. */
  states: StageConfig[]
  /** A deployment to make first; NEW_DEPLOYMENT stands for its id in the states. */
  creates?: { description: string }
  /** A deployment to delete, instead of a change to the stage. */
  deletes?: { id: string; name: string }
  /** The stage's tags as they should be, where they are what the verb is about. */
  tags?: Record<string, string>
  /** Operations of AWS that leave nothing on the stage to be seen by, such as a flush. */
  sends?: TracelessOperation[]
  /** What the person types to confirm; without it the stage's name, where the stage is production. */
  confirm?: string
  /** Fields that the verb decided by without changing them: if one moved since the look, the person looks again. */
  reads: string[]
  undo: UndoKind
  consequences?: Consequence[]
  hits?: string[]
  warnings?: Warning[]
  choices?: Choice[]
  /** What a bare value stands for, by field and value, such as a deployment's label. */
  notes?: (field: string, value: string) => string | undefined
  /** Why it can't be done as things are. */
  blocked?: { rule: string; reason: string; fields: string[] }
}

/** A verb with its input: a pure wish, put through the engine. */
export interface Intent {
  /** As in the contract, such as `deployments.rollBack`. */
  verb: string
  /** The change that this one undoes. */
  undoes?: string
  draft(present: Present): Promise<Draft>
}
