import type { GetModelsRequest, Models } from '@aws-sdk/client-api-gateway'
import { page } from '../lib/page.ts'
import type { Call } from './call.ts'
import { definitionKinds, type ModelRecord } from './definition-records.ts'
import { modelOutput } from './models.ts'
import { findRestApi } from './rest-apis.ts'

export function getModels(call: Call, input: GetModelsRequest): Models & { position?: string } {
  const api = findRestApi(call, input.restApiId)
  const models = call.unit.list<ModelRecord>(definitionKinds.model, `${api.id}/`)
  const { items, position } = page(models, input.position, input.limit)
  return { items: items.map(modelOutput), position }
}
