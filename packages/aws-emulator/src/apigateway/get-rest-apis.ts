import type { GetRestApisRequest, RestApis } from '@aws-sdk/client-api-gateway'
import { page } from '../lib/page.ts'
import type { Call } from './call.ts'
import { kinds, type RestApiRecord } from './records.ts'
import { restApiOutput } from './rest-apis.ts'

/** Oldest first (recorded). */
export function getRestApis({ unit }: Call, input: GetRestApisRequest): RestApis & { position?: string } {
  const { items, position } = page(unit.list<RestApiRecord>(kinds.restApi), input.position, input.limit)
  return { items: items.map(restApiOutput), position }
}
