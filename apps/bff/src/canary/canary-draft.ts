import type { WriteInput, WriteResult } from '@callboard/shared-types/changes/change.schemas'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { CanarySettings } from '@callboard/shared-types/stages/stages.schemas'
import { deploymentNotes } from '../aws/deployment-view.ts'
import { readDeployments } from '../aws/deployments.reader.ts'
import type { Draft } from '../changes/intent.ts'
import type { Present } from '../changes/wish.ts'
import type { Ctx } from '../lib/context.ts'

export type CanaryInput = StageAddress & WriteInput

/** Runs a verb on a stage that must have a canary. @throws as every write */
export const runOnCanary = (
  ctx: Ctx,
  input: CanaryInput,
  verb: string,
  draft: (present: Present, canary: CanarySettings) => Promise<Draft> | Draft,
): Promise<WriteResult> =>
  ctx.engine.run(
    ctx.person,
    input,
    {
      verb,
      draft: async (present) => {
        const { canarySettings } = present.stage.config
        return canarySettings ? draft(present, canarySettings) : withoutCanary(present)
      },
    },
    input,
  )

const withoutCanary = ({ address, stage }: Present): Draft => ({
  title: `Change the canary of ${address.stage}`,
  act: 'Change the canary',
  states: [stage.config],
  reads: canaryFields,
  undo: { kind: 'exact' },
  blocked: { rule: 'no_canary', reason: 'The stage has no canary: start one first', fields: ['canarySettings'] },
})

/** What every verb of a canary decides by. */
export const canaryFields = ['deploymentId', 'canarySettings']

/** What the ids of deployments in a plan stand for. */
export const notesOf = async ({ connection, address }: Present): Promise<NonNullable<Draft['notes']>> =>
  deploymentNotes(await readDeployments(connection, address.apiId, 'write'))
