import { GetRestApisCommand, type RestApi, type RestApis } from '@aws-sdk/client-api-gateway'
import { notFound } from '../lib/errors.ts'
import type { Priority } from './call-budget.ts'
import type { AwsConnection } from './connections.ts'
import { readAllPages } from './paging.ts'

/** Names and tags change seldom. */
const freshForMs = 60_000
const missFreshForMs = 15_000

/** What is shown of an API. One without a name goes by its id. */
export interface SeenApi {
  id: string
  name: string
  tags: Record<string, string>
  /** Where the gateway looks for a key: in the request's header, or in what the authorizer answers. */
  keySource: 'HEADER' | 'AUTHORIZER'
}

/** Every REST API of the account and region, in AWS's order. */
export const readRestApis = (connection: AwsConnection, as: Priority = 'read'): Promise<SeenApi[]> =>
  connection.cache.read('rest-apis', 'list', freshForMs, () => fetchRestApis(connection, as))

async function fetchRestApis({ gateway }: AwsConnection, as: Priority): Promise<SeenApi[]> {
  const all = await readAllPages<RestApi>((position) =>
    gateway.read<RestApis & { $metadata: object }>(() => new GetRestApisCommand({ limit: 500, position }), as),
  )
  return all.map(({ id = '', name = id, tags = {}, apiKeySource = 'HEADER' }) => ({
    id,
    name,
    tags,
    keySource: apiKeySource,
  }))
}

/** The names that several REST APIs of the account have: AWS merges the metrics of these. */
export function sharedNames(apis: SeenApi[]): Set<string> {
  const seen = new Set<string>()
  return new Set(apis.map((api) => api.name).filter((name) => seen.has(name) || !seen.add(name)))
}

/**
 * One REST API, from the list that everyone shares; one that isn't in it may have been made a moment ago, so the list is
 * asked for again, though not for each who asks.
 * @throws not_found
 */
export async function readRestApi(connection: AwsConnection, apiId: string): Promise<SeenApi> {
  const isIt = ({ id }: SeenApi) => id === apiId
  const listed = (await readRestApis(connection)).find(isIt)
  if (listed) return listed
  const fresh = await connection.cache.read('rest-apis', 'after a miss', missFreshForMs, () =>
    fetchRestApis(connection, 'read'),
  )
  const found = fresh.find(isIt)
  if (!found) throw notFound('API', apiId)
  return found
}
