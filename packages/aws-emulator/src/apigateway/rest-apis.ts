import type { RestApi } from '@aws-sdk/client-api-gateway'
import { notFound } from '../lib/aws-error.ts'
import { dateOf } from '../lib/clock.ts'
import type { Call } from './call.ts'
import { kinds, type RestApiRecord } from './records.ts'

/** The sentence names account and id, and ids are case-sensitive (recorded). */
export function findRestApi({ unit }: Call, restApiId: string | undefined): RestApiRecord {
  const api = unit.get<RestApiRecord>(kinds.restApi, restApiId ?? '')
  if (!api) throw notFound(`Invalid API identifier specified ${unit.place.account}:${restApiId}`)
  return api
}

export function restApiOutput(api: RestApiRecord): RestApi {
  return { ...api, createdDate: dateOf(api.createdDate) }
}

/** Updates answer `tags: {}` where there are none; creates and reads leave it out (recorded). */
export function updatedRestApiOutput(api: RestApiRecord): RestApi {
  return { ...restApiOutput(api), tags: api.tags ?? {} }
}
