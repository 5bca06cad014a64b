import type { DeleteModelRequest } from '@aws-sdk/client-api-gateway'
import { conflict } from '../lib/aws-error.ts'
import type { Call } from './call.ts'
import { childKey, definitionKinds, type ModelRecord } from './definition-records.ts'
import { referencedModels } from './model-references.ts'
import { findModel } from './models.ts'
import { kinds, type ResourceRecord } from './records.ts'
import { findRestApi } from './rest-apis.ts'

/** A model in use can't go (documented); the sentences are LocalStack's: guessed. */
export function deleteModel(call: Call, input: DeleteModelRequest): void {
  const api = findRestApi(call, input.restApiId)
  const { name } = findModel(call, api.id, input.modelName)
  const reason = userOf(call, api.id, name)
  if (reason) throw conflict(`Cannot delete model '${name}', is referenced in ${reason}`)
  call.unit.delete(definitionKinds.model, childKey(api.id, name))
}

function userOf({ unit }: Call, apiId: string, name: string): string | undefined {
  const uses = (models: Record<string, string> | undefined) => Object.values(models ?? {}).includes(name)
  for (const { path, resourceMethods } of unit.list<ResourceRecord>(kinds.resource, `${apiId}/`)) {
    for (const [verb, { requestModels, methodResponses }] of Object.entries(resourceMethods)) {
      if (uses(requestModels)) return `method request: ${path}/${verb}`
      const response = Object.values(methodResponses ?? {}).find(({ responseModels }) => uses(responseModels))
      if (response) return `method response: ${path}/${verb}/${response.statusCode}`
    }
  }
  const others = unit.list<ModelRecord>(definitionKinds.model, `${apiId}/`)
  const other = others.find((model) => model.name !== name && referencedModels(model.schema, apiId).includes(name))
  return other && `model: ${other.name}`
}
