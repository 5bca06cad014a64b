import type { CreateModelRequest, Model } from '@aws-sdk/client-api-gateway'
import { badRequest, conflict } from '../lib/aws-error.ts'
import { newId, type Call } from './call.ts'
import { childKey, definitionKinds } from './definition-records.ts'
import { checkModelSchema } from './model-schema.ts'
import { modelOutput, putModel } from './models.ts'
import { findRestApi } from './rest-apis.ts'

/** Sentences as LocalStack's recordings quote them: guessed. */
export function createModel(call: Call, input: CreateModelRequest): Model {
  const api = findRestApi(call, input.restApiId)
  const { name = '', contentType = '', description, schema } = input
  if (!/^[A-Za-z0-9]+$/.test(name)) throw badRequest(`Model name must be alphanumeric: ${name}`)
  if (contentType === '') throw badRequest('Content type must be non-empty')
  if (call.unit.get(definitionKinds.model, childKey(api.id, name))) {
    throw conflict('Model name already exists for this REST API')
  }
  checkModelSchema(schema)
  const model = { apiId: api.id, id: newId(call, 6), name, contentType, description, schema }
  putModel(call, model)
  return modelOutput(model)
}
