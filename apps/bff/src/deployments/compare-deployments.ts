import type { Comparison, Route } from '@callboard/shared-types/deployments/deployments.schemas'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { readDeployments, readRoutes } from '../aws/deployments.reader.ts'
import { readStages } from '../aws/stages.reader.ts'
import type { Ctx } from '../lib/context.ts'
import { notFound } from '../lib/errors.ts'
import { deploymentView } from './list-deployments.ts'

/** @throws not_found */
export async function compareDeployments(
  ctx: Ctx,
  input: StageAddress & { from: string; to: string },
): Promise<Comparison> {
  const connection = ctx.connections.get(input.connection)
  const [deployments, stages] = await Promise.all([
    readDeployments(connection, input.apiId),
    readStages(connection, input.apiId),
  ])
  const view = (id: string) => {
    const found = deployments.find((deployment) => deployment.id === id)
    if (!found) throw notFound('deployment', id)
    return deploymentView(found, stages)
  }
  const [from, to] = [view(input.from), view(input.to)]
  const [before, after] = await Promise.all([input.from, input.to].map((id) => readRoutes(connection, input.apiId, id)))
  return { from, to, ...routeDifference(before!, after!) }
}

const keyOf = ({ path, method }: Route) => `${path} ${method}`

/** Routes go by path and method; one that stays is changed where its authorisation or its wish for a key is. */
export function routeDifference(before: Route[], after: Route[]) {
  const old = new Map(before.map((route) => [keyOf(route), route]))
  const kept = new Map(after.map((route) => [keyOf(route), route]))
  const changed = after.flatMap((route) => {
    const was = old.get(keyOf(route))
    const same =
      !was || (was.authorizationType === route.authorizationType && was.apiKeyRequired === route.apiKeyRequired)
    return same ? [] : [{ before: was, after: route }]
  })
  const added = after.filter((route) => !old.has(keyOf(route)))
  return {
    added,
    removed: before.filter((route) => !kept.has(keyOf(route))),
    changed,
    unchangedCount: after.length - added.length - changed.length,
  }
}
