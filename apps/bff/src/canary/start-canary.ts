import type { WriteResult } from '@callboard/shared-types/changes/change.schemas'
import { fetchDeployments } from '../aws/deployments.reader.ts'
import { deploymentNotes } from '../aws/deployment-view.ts'
import type { Draft } from '../changes/intent.ts'
import type { Present } from '../changes/wish.ts'
import { NEW_DEPLOYMENT } from '../changes/placeholders.ts'
import type { Ctx } from '../lib/context.ts'
import { notFound } from '../lib/errors.ts'
import { canaryFields, type CanaryInput } from './canary-draft.ts'
import { shareText, splitInWords } from './split-in-words.ts'

type Input = CanaryInput & {
  deploymentId?: string | undefined
  description: string
  percentTraffic: number
  overrides: Record<string, string>
  useStageCache: boolean
}

/** Gives a share of the traffic to a deployment, or to a new one of the present definition. @throws as every write */
export const startCanary = (ctx: Ctx, input: Input): Promise<WriteResult> =>
  ctx.engine.run(ctx.person, input, { verb: 'canary.start', draft: (present) => draft(ctx, input, present) }, input)

async function draft(ctx: Ctx, input: Input, present: Present): Promise<Draft> {
  const { connection, address, stage } = present
  const { config } = stage
  const deployments = await fetchDeployments(connection, address.apiId, 'write')
  const chosen = deployments.find(({ id }) => id === input.deploymentId)
  if (input.deploymentId && !chosen) throw notFound('deployment', input.deploymentId)
  const what = chosen ? (chosen.label ?? chosen.id) : input.description || 'the present definition'
  return {
    title: `Start a canary of ${what} on ${address.stage}, at ${shareText(input.percentTraffic)}`,
    act: `Start at ${shareText(input.percentTraffic)}`,
    ...(!chosen && {
      creates: { description: `${input.description || 'deployed by Callboard'}, by ${ctx.person.name}` },
    }),
    states: [
      {
        ...config,
        canarySettings: {
          deploymentId: chosen?.id ?? NEW_DEPLOYMENT,
          percentTraffic: input.percentTraffic,
          useStageCache: input.useStageCache,
          stageVariableOverrides: input.overrides,
        },
      },
    ],
    reads: canaryFields,
    undo: chosen
      ? { kind: 'exact' }
      : { kind: 'compensating', notRestored: ['the new deployment stays in the API; no stage will run it'] },
    hits: await splitInWords(ctx, present, input.percentTraffic),
    warnings:
      chosen && chosen.id === config.deploymentId
        ? [{ code: 'same_deployment', text: 'It is the live deployment: only the variables of the canary differ.' }]
        : [],
    notes: (field, value) => (value === NEW_DEPLOYMENT ? `new: ${what}` : deploymentNotes(deployments)(field, value)),
    ...refusal(input, present),
  }
}

function refusal({ deploymentId, overrides }: Input, { stage: { config } }: Present): Pick<Draft, 'blocked'> {
  if (config.canarySettings)
    return {
      blocked: {
        rule: 'canary_attached',
        reason: 'A canary is attached already: promote or remove it first, or deploy to it from the Deployments tab',
        fields: ['canarySettings'],
      },
    }
  if (deploymentId === config.deploymentId && deploymentId && Object.keys(overrides).length === 0)
    return {
      blocked: {
        rule: 'same_deployment',
        reason: 'The stage runs this deployment already: a canary of it without variables of its own would try nothing',
        fields: ['deploymentId'],
      },
    }
  return {}
}
