import { GetApiKeyCommand, GetApiKeysCommand, type ApiKey, type ApiKeys } from '@aws-sdk/client-api-gateway'
import type { Priority } from './call-budget.ts'
import { apiKeysScope } from './api-keys.reader.ts'
import type { AwsConnection } from './connections.ts'
import { readAllPages } from './paging.ts'

const freshForMs = 30_000

/** Which key a value is, by the value's mark; the values themselves are let go of as they come. */
export type KeysByMark = Map<string, { id: string; createdMs: number }>

/** @param markOf makes a mark from a value */
export const readKeysByMark = (connection: AwsConnection, markOf: (value: string) => string): Promise<KeysByMark> =>
  connection.cache.read(apiKeysScope, 'by mark', freshForMs, () => fetchKeysByMark(connection, markOf, 'read'))

/** The same past the cache, for who has to know it now. */
export async function fetchKeysByMark(
  { gateway }: AwsConnection,
  markOf: (value: string) => string,
  as: Priority,
): Promise<KeysByMark> {
  const marks: KeysByMark = new Map()
  await readAllPages<never>(async (position) => {
    const { items = [], position: next } = await gateway.read<ApiKeys & { $metadata: object }>(
      () => new GetApiKeysCommand({ limit: 500, position, includeValues: true }),
      as,
    )
    for (const { id, value, createdDate } of items)
      if (id && value) marks.set(markOf(value), { id, createdMs: createdDate?.getTime() ?? 0 })
    return { position: next }
  })
  return marks
}

/** The value itself, for `reveal` alone: it is asked for each time and kept nowhere. @throws not_found */
export async function readKeyValue({ gateway }: AwsConnection, keyId: string): Promise<string> {
  const { value = '' } = await gateway.read<ApiKey & { $metadata: object }>(
    () => new GetApiKeyCommand({ apiKey: keyId, includeValue: true }),
  )
  return value
}
