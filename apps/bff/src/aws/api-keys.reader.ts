import { GetApiKeyCommand, GetApiKeysCommand, type ApiKey, type ApiKeys } from '@aws-sdk/client-api-gateway'
import { notFound } from '../lib/errors.ts'
import type { Priority } from './call-budget.ts'
import type { AwsConnection } from './connections.ts'
import { readAllPages } from './paging.ts'

/** Keys change seldom, and ten thousand of them are twenty calls. */
const freshForMs = 60_000
const missFreshForMs = 15_000

/** A write to a key drops this. */
export const apiKeysScope = 'api-keys'

/** A key as AWS answers it, never with its value. Texts that aren't there are empty; instants are epoch milliseconds. */
export interface SeenKey {
  id: string
  name: string
  description: string
  customerId: string
  enabled: boolean
  createdMs: number
  updatedMs: number
  tags: Record<string, string>
}

/** Field by field: whatever else a server answers, such as a value, goes no further. */
const seenKey = (key: ApiKey): SeenKey => ({
  id: key.id ?? '',
  name: key.name ?? '',
  description: key.description ?? '',
  customerId: key.customerId ?? '',
  enabled: key.enabled ?? false,
  createdMs: key.createdDate?.getTime() ?? 0,
  updatedMs: key.lastUpdatedDate?.getTime() ?? 0,
  tags: key.tags ?? {},
})

/** One key as it is this moment, past the cache, with the priority of a write. @throws not_found */
export const readApiKeyNow = async ({ gateway }: AwsConnection, keyId: string): Promise<SeenKey> =>
  seenKey(
    await gateway.read<ApiKey & { $metadata: object }>(
      () => new GetApiKeyCommand({ apiKey: keyId, includeValue: false }),
      'write',
    ),
  )

/** Every key of the account and region, newest first as AWS has them, at 500 a call. */
export const readApiKeys = (connection: AwsConnection, as: Priority = 'read'): Promise<SeenKey[]> =>
  connection.cache.read(apiKeysScope, 'list', freshForMs, () => fetchApiKeys(connection, as))

async function fetchApiKeys({ gateway }: AwsConnection, as: Priority): Promise<SeenKey[]> {
  const all = await readAllPages<ApiKey>((position) =>
    gateway.read<ApiKeys & { $metadata: object }>(
      () => new GetApiKeysCommand({ limit: 500, position, includeValues: false }),
      as,
    ),
  )
  return all.map(seenKey)
}

/**
 * One key, from the list that everyone shares; one that isn't in it may have been made a moment ago, so the list is asked
 * for again, though not for each who asks.
 * @throws not_found
 */
export async function readApiKey(connection: AwsConnection, keyId: string): Promise<SeenKey> {
  const isIt = ({ id }: SeenKey) => id === keyId
  const listed = (await readApiKeys(connection)).find(isIt)
  if (listed) return listed
  const fresh = await connection.cache.read(apiKeysScope, 'after a miss', missFreshForMs, () =>
    fetchApiKeys(connection, 'read'),
  )
  const found = fresh.find(isIt)
  if (!found) throw notFound('API key', keyId)
  return found
}
