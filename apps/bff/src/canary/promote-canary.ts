import type { WriteResult } from '@callboard/shared-types/changes/change.schemas'
import type { CanarySettings, StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import type { Draft } from '../changes/intent.ts'
import type { Ctx } from '../lib/context.ts'
import { trafficNow } from '../lib/traffic-now.ts'
import { canaryFields, notesOf, runOnCanary, type CanaryInput } from './canary-draft.ts'

type Input = CanaryInput & { remove: boolean }

/** Makes what the canary runs what the stage runs: deployment and variables in one act. @throws as every write */
export const promoteCanary = (ctx: Ctx, input: Input): Promise<WriteResult> =>
  runOnCanary(ctx, input, 'canary.promote', async (present, canary) => {
    const { config } = present.stage
    const same = canary.deploymentId === config.deploymentId && !canary.stageVariableOverrides
    return {
      title: `Promote the canary of ${input.stage}`,
      act: `Promote to ${input.stage}`,
      states: [promoted(config, canary, input.remove)],
      reads: [...canaryFields, ...Object.keys(canary.stageVariableOverrides ?? {}).map((name) => `variables.${name}`)],
      undo: { kind: 'exact' },
      hits: await trafficNow(ctx, present),
      choices: [removeChoice(input.remove)],
      warnings: input.remove
        ? []
        : [
            {
              code: 'canary_attached',
              text: 'The canary stays attached at 0 %: ordinary deployments to this stage are refused until it is removed.',
            },
          ],
      notes: await notesOf(present),
      ...(same && {
        blocked: {
          rule: 'nothing_to_promote',
          reason: "The canary runs the stage's own deployment and overrides no variable: remove it instead",
          fields: ['canarySettings.deploymentId'],
        },
      }),
    }
  })

const removeChoice = (remove: boolean): NonNullable<Draft['choices']>[number] => ({
  input: 'remove',
  question: 'What becomes of the canary once it is promoted?',
  chosen: remove ? 'remove' : 'keep',
  options: [
    {
      value: 'remove',
      label: 'Remove it as well',
      explanation: 'Part of the same act; the stage is an ordinary one again.',
    },
    { value: 'keep', label: 'Leave it attached at 0 %', explanation: "As AWS's own promotion does." },
  ],
})

/** AWS's own promotion (recorded): overrides win over the stage's variables, which else stay; the canary stays at 0 %. */
function promoted(
  { canarySettings: _was, ...config }: StageConfig,
  canary: CanarySettings,
  remove: boolean,
): StageConfig {
  return {
    ...config,
    deploymentId: canary.deploymentId,
    variables: { ...config.variables, ...canary.stageVariableOverrides },
    ...(!remove && { canarySettings: { ...canary, percentTraffic: 0 } }),
  }
}
