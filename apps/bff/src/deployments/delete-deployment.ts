import type { WriteInput, WriteResult } from '@callboard/shared-types/changes/change.schemas'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { nameOf } from '../aws/deployment-view.ts'
import { fetchDeployments } from '../aws/deployments.reader.ts'
import { fetchStages } from '../aws/stages.reader.ts'
import type { Draft } from '../changes/intent.ts'
import type { Present } from '../changes/wish.ts'
import type { Ctx } from '../lib/context.ts'
import { notFound } from '../lib/errors.ts'
import { listNames } from '../lib/list-names.ts'

type Input = StageAddress & WriteInput & { deploymentId: string }

/** Deletes a deployment that no stage of the API runs. There is no way back. @throws as every write */
export const deleteDeployment = (ctx: Ctx, input: Input): Promise<WriteResult> =>
  ctx.engine.run(
    ctx.person,
    input,
    { verb: 'deployments.delete', draft: (present) => draft(present, input.deploymentId) },
    input,
  )

async function draft({ connection, address, stage }: Present, id: string): Promise<Draft> {
  const [deployments, stages] = await Promise.all([
    fetchDeployments(connection, address.apiId, 'write'),
    fetchStages(connection, address.apiId, 'write'),
  ])
  const found = deployments.find((deployment) => deployment.id === id)
  if (!found) throw notFound('deployment', id)
  const users = stages.filter(({ config }) => config.deploymentId === id || config.canarySettings?.deploymentId === id)
  const name = nameOf(found)
  return {
    title: `Delete deployment ${name}`,
    act: `Delete ${name}`,
    states: [stage.config],
    deletes: { id, name },
    confirm: id,
    reads: ['deploymentId', 'canarySettings.deploymentId'],
    undo: { kind: 'none', why: 'AWS keeps nothing of a deleted deployment, so no stage can go back to it' },
    hits: ['no calls: no stage runs it'],
    ...(users.length > 0 && { blocked: inUse(users.map((user) => user.name)), hits: [] }),
  }
}

const inUse = (stages: string[]) => ({
  rule: 'in_use',
  reason: `It runs on ${listNames(stages)}: point ${stages.length === 1 ? 'that stage' : 'those stages'} elsewhere first`,
  fields: ['deploymentId'],
})
