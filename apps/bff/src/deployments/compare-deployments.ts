import type {
  Comparison,
  Deployment,
  DefinitionDifference,
} from '@callboard/shared-types/deployments/deployments.schemas'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { deploymentView } from '../aws/deployment-view.ts'
import { readDeployments, readRoutes } from '../aws/deployments.reader.ts'
import { readStages } from '../aws/stages.reader.ts'
import type { Ctx } from '../lib/context.ts'
import { AppError, notFound } from '../lib/errors.ts'
import { routeDifference } from '../lib/route-difference.ts'
import { definedRoutes } from './defined-routes.ts'
import { definitionDifference } from './definition-difference.ts'

/** A deployment to compare; the document is there where its definition was kept. */
interface Side {
  view: Deployment
  isGone: boolean
  document: unknown
  whyNotKept: string
}

/** Routes by what AWS tells, all else by the definitions that were kept. @throws not_found */
export async function compareDeployments(
  ctx: Ctx,
  input: StageAddress & { from: string; to: string },
): Promise<Comparison> {
  const connection = ctx.connections.get(input.connection)
  const [from, to] = await Promise.all([sideOf(ctx, input, input.from), sideOf(ctx, input, input.to)])
  const routesOf = (side: Side) =>
    from.isGone || to.isGone ? definedRoutes(side.document) : readRoutes(connection, input.apiId, side.view.id)
  const [before, after] = await Promise.all([routesOf(from), routesOf(to)])
  return { from: from.view, to: to.view, ...routeDifference(before, after), definition: difference(from, to) }
}

async function sideOf(ctx: Ctx, { connection: name, apiId }: StageAddress, id: string): Promise<Side> {
  const connection = ctx.connections.get(name)
  const { accountId, region } = connection.config
  const place = { accountId, region, apiId }
  const [deployments, stages] = await Promise.all([readDeployments(connection, apiId), readStages(connection, apiId)])
  const there = deployments.find((deployment) => deployment.id === id)
  const found = there ?? (await ctx.definitions.gone(place)).find((deployment) => deployment.id === id)
  if (!found) throw notFound('deployment', id)
  const [document, kept] = await Promise.all([ctx.definitions.document(place, id), ctx.definitions.kept(place)])
  const view = deploymentView(found, stages)
  if (!there && !document)
    throw new AppError('not_found', `AWS has deployment ${id} no more, and its definition wasn't kept`, {
      what: 'deployment',
      id,
    })
  return { view, isGone: !there, document, whyNotKept: whyNotKept(view, kept.get(id)?.failure) }
}

const nameOf = ({ label, id }: Deployment) => label ?? id

function whyNotKept(view: Deployment, failure: string | null | undefined): string {
  const name = nameOf(view)
  if (failure) return `AWS didn't export the definition of ${name}: ${failure}`
  if (view.liveOn.length > 0) return `The definition of ${name} isn't kept yet; that takes a minute`
  return view.canaryOn.length > 0
    ? `${name} runs as a canary only, whose definition AWS doesn't export: it's kept once a stage runs it`
    : `${name} was never live while Callboard watched, so its definition wasn't kept`
}

const difference = (from: Side, to: Side): DefinitionDifference =>
  from.document && to.document
    ? definitionDifference(from.document, to.document)
    : { known: false, why: (from.document ? to : from).whyNotKept }
