import type { Choice, Consequence, UndoKind, Warning } from '@callboard/shared-types/changes/plan.schemas'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { AwsConnection } from '../aws/connections.ts'
import type { SeenStage } from '../aws/seen-stage.ts'

/** What a verb about a stage is given to think with. */
export interface Present {
  connection: AwsConnection
  address: StageAddress
  stage: SeenStage
}

/** What a person should know of any change before the click. */
export interface Wish {
  /** Names the act, such as `Roll back prod to checkout 2.13`. */
  title: string
  /** The words on the button. */
  act: string
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
  /** What stands for a secret in the operations, such as `$VALUE`, and the secret: put in on sending, stored nowhere. */
  secrets?: Record<string, string>
}
