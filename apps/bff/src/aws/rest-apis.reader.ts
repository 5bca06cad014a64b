import { GetRestApisCommand, type RestApi, type RestApis } from '@aws-sdk/client-api-gateway'
import { notFound } from '../lib/errors.ts'
import type { Priority } from './call-budget.ts'
import type { AwsConnection } from './connections.ts'
import { readAllPages } from './paging.ts'

/** Names and tags change seldom. */
const freshForMs = 60_000

/** Every REST API of the account and region, in AWS's order. */
export const readRestApis = ({ gateway, cache }: AwsConnection, as: Priority = 'read'): Promise<RestApi[]> =>
  cache.read('rest-apis', 'list', freshForMs, () =>
    readAllPages((position) =>
      gateway.read<RestApis & { $metadata: object }>(() => new GetRestApisCommand({ limit: 500, position }), as),
    ),
  )

/** The names that several REST APIs of the account have: AWS merges the metrics of these. */
export function sharedNames(apis: RestApi[]): Set<string> {
  const seen = new Set<string>()
  return new Set(apis.map((api) => api.name ?? '').filter((name) => seen.has(name) || !seen.add(name)))
}

/**
 * One REST API, from the list that everyone shares; one that isn't in it (made a moment ago, or never) costs a look past
 * the cache.
 * @throws not_found
 */
export async function readRestApi(connection: AwsConnection, apiId: string): Promise<RestApi> {
  const listed = (await readRestApis(connection)).find(({ id }) => id === apiId)
  if (listed) return listed
  connection.cache.drop('rest-apis')
  const api = (await readRestApis(connection)).find(({ id }) => id === apiId)
  if (!api) throw notFound('API', apiId)
  return api
}
