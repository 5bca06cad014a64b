import type { Model } from '@aws-sdk/client-api-gateway'
import { badRequest, notFound } from '../lib/aws-error.ts'
import { madeId } from '../lib/ids.ts'
import type { Call } from './call.ts'
import { childKey, definitionKinds, type ModelRecord } from './definition-records.ts'

/** Sentence as LocalStack's recordings quote it: guessed. */
export function findModel({ unit }: Call, apiId: string, modelName: string | undefined): ModelRecord {
  const model = unit.get<ModelRecord>(definitionKinds.model, childKey(apiId, modelName))
  if (!model) throw notFound(`Invalid model name specified: ${modelName}`)
  return model
}

export function putModel({ unit }: Call, model: ModelRecord): void {
  unit.put(definitionKinds.model, childKey(model.apiId, model.name), model)
}

export const modelOutput = ({ apiId: _, ...model }: ModelRecord): Model => model

/** Methods may only name models that the API has; sentence as LocalStack's recordings quote it: guessed. */
export function checkModelNames({ unit }: Call, apiId: string, models: Record<string, string> | undefined): void {
  const unknown = Object.values(models ?? {}).find((name) => !unit.get(definitionKinds.model, childKey(apiId, name)))
  if (unknown !== undefined) throw badRequest(`Invalid model identifier specified: ${unknown}`)
}

/** The two models every API is made with (as LocalStack has them: guessed); their ids don't use up the counter of ids. */
export function putStandardModels(call: Call, apiId: string): void {
  const { seed, unit } = call
  const { account, region } = unit.place
  for (const [index, model] of standardModels.entries()) {
    const id = madeId(seed, account, `${region}/${apiId}`, index, 6)
    putModel(call, { apiId, id, contentType: 'application/json', ...model })
  }
}

const draft4 = '"$schema" : "http://json-schema.org/draft-04/schema#"'

const standardModels = [
  {
    name: 'Empty',
    description: 'This is a default empty schema model',
    schema: `{\n  ${draft4},\n  "title" : "Empty Schema",\n  "type" : "object"\n}`,
  },
  {
    name: 'Error',
    description: 'This is a default error schema model',
    schema:
      `{\n  ${draft4},\n  "title" : "Error Schema",\n  "type" : "object",\n` +
      '  "properties" : {\n    "message" : { "type" : "string" }\n  }\n}',
  },
]
