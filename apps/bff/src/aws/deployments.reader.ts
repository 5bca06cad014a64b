import { GetDeploymentCommand, GetDeploymentsCommand, type Deployment } from '@aws-sdk/client-api-gateway'
import type { Route } from '@callboard/shared-types/deployments/deployments.schemas'
import { AppError } from '../lib/errors.ts'
import type { Priority } from './call-budget.ts'
import type { AwsConnection } from './connections.ts'
import { readAllPages } from './paging.ts'
import { readPriority } from './read-priority.ts'
import { seenDeployment, type SeenDeployment } from './seen-deployment.ts'

const usuallyFreshForMs = 30_000

/** A deployment that is made drops this. */
export const deploymentsScope = (apiId: string) => `deployments/${apiId}`

/** All deployments of one API, newest first (AWS promises no order). */
export const readDeployments = (
  connection: AwsConnection,
  apiId: string,
  as: Priority = 'read',
  freshForMs = usuallyFreshForMs,
): Promise<SeenDeployment[]> =>
  connection.cache.read(deploymentsScope(apiId), `list/${freshForMs}`, freshForMs, () =>
    fetchDeployments(connection, apiId, as),
  )

/** The same, past the cache. */
export async function fetchDeployments(
  connection: AwsConnection,
  apiId: string,
  as: Priority,
): Promise<SeenDeployment[]> {
  const { gateway, onDeploymentsRead } = connection
  const all = await readAllPages<Deployment>((position) =>
    gateway.read<{ items?: Deployment[]; position?: string; $metadata: object }>(
      () => new GetDeploymentsCommand({ restApiId: apiId, limit: 500, position }),
      readPriority(connection, apiId, as),
    ),
  )
  const seen = all.map(seenDeployment).toSorted((a, b) => b.createdMs - a.createdMs || a.id.localeCompare(b.id))
  onDeploymentsRead?.(apiId, seen)
  return seen
}

/** The routes of a deployment; it's immutable, so they are asked for once. @throws aws_refused where a server doesn't tell them */
export const readRoutes = (
  { gateway, cache }: AwsConnection,
  apiId: string,
  deploymentId: string,
  as: Priority = 'read',
): Promise<Route[]> =>
  cache.read(`routes/${apiId}`, deploymentId, Infinity, async () => {
    const answer = await gateway.read<Deployment & { $metadata: object }>(
      () => new GetDeploymentCommand({ restApiId: apiId, deploymentId, embed: ['apisummary'] }),
      as,
    )
    if (!answer.apiSummary) throw noSummary(deploymentId)
    return routesOf(answer.apiSummary)
  })

// AWS deploys no API without methods, so a deployment without a summary comes from a server that doesn't know it.
const noSummary = (deploymentId: string) => {
  const awsSentence = `This server doesn't tell the routes of deployment ${deploymentId} (it sent no apiSummary)`
  const data = { operation: 'GetDeployment', awsName: 'NoApiSummary', awsSentence, requestId: null }
  return new AppError('aws_refused', awsSentence, data)
}

function routesOf(apiSummary: NonNullable<Deployment['apiSummary']>): Route[] {
  return Object.entries(apiSummary)
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, snapshot]) => ({
        path,
        method,
        authorizationType: snapshot.authorizationType ?? 'NONE',
        apiKeyRequired: snapshot.apiKeyRequired ?? false,
      })),
    )
    .toSorted((a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method))
}
