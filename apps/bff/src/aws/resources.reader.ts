import { GetResourcesCommand, type Resource } from '@aws-sdk/client-api-gateway'
import type { Route } from '@callboard/shared-types/deployments/deployments.schemas'
import type { Priority } from './call-budget.ts'
import type { AwsConnection } from './connections.ts'
import { readAllPages } from './paging.ts'

const freshForMs = 30_000

/** The routes of an API as it's defined now, deployed or not. */
export const readDefinedRoutes = (connection: AwsConnection, apiId: string, as: Priority = 'read'): Promise<Route[]> =>
  connection.cache.read(`resources/${apiId}`, 'list', freshForMs, async () => {
    const all = await readAllPages<Resource>((position) =>
      connection.gateway.read<{ items?: Resource[]; position?: string; $metadata: object }>(
        () => new GetResourcesCommand({ restApiId: apiId, limit: 500, embed: ['methods'], position }),
        as,
      ),
    )
    return all.flatMap(({ path = '/', resourceMethods = {} }) =>
      Object.entries(resourceMethods).map(([method, { authorizationType, apiKeyRequired }]) => ({
        path,
        method,
        authorizationType: authorizationType ?? 'NONE',
        apiKeyRequired: apiKeyRequired ?? false,
      })),
    )
  })
