import type { GetModelRequest, Model } from '@aws-sdk/client-api-gateway'
import type { Call } from './call.ts'
import type { ModelRecord } from './definition-records.ts'
import { referencedModels } from './model-references.ts'
import { parsedSchema } from './model-schema.ts'
import { findModel, modelOutput } from './models.ts'
import { findRestApi } from './rest-apis.ts'

/** `flatten` brings the models that this one refers to along, as definitions of its own schema (documented). */
export function getModel(call: Call, input: GetModelRequest): Model {
  const api = findRestApi(call, input.restApiId)
  const model = findModel(call, api.id, input.modelName)
  return modelOutput(input.flatten ? flattened(call, model) : model)
}

function flattened(call: Call, model: ModelRecord): ModelRecord {
  const found = new Map<string, unknown>()
  const visit = (schema: string) => {
    for (const name of referencedModels(schema, model.apiId)) {
      if (found.has(name)) continue
      const referenced = findModel(call, model.apiId, name).schema ?? '{}'
      found.set(name, parsedSchema(localised(referenced, model.apiId)))
      visit(referenced)
    }
  }
  const { schema } = model
  if (!schema) return model
  visit(schema)
  if (found.size === 0) return model
  const own = parsedSchema(localised(schema, model.apiId))
  return { ...model, schema: JSON.stringify({ ...own, definitions: Object.fromEntries(found) }) }
}

const localised = (schema: string, apiId: string) =>
  schema.replaceAll(new RegExp(`https://apigateway\\.amazonaws\\.com/restapis/${apiId}/models/`, 'g'), '#/definitions/')
