import { createAuthorizer } from '../create-authorizer.ts'
import { createModel } from '../create-model.ts'
import { createRequestValidator } from '../create-request-validator.ts'
import { checkAuthorizer, putAuthorizer } from '../authorizers.ts'
import type { Call } from '../call.ts'
import {
  childKey,
  definitionKinds,
  type AuthorizerRecord,
  type ModelRecord,
  type RequestValidatorRecord,
} from '../definition-records.ts'
import { modelUrl, referencedModels } from '../model-references.ts'
import { checkModelSchema, invalidModel } from '../model-schema.ts'
import { putModel } from '../models.ts'
import { putRequestValidator } from '../request-validators.ts'
import type { ReadAuthorizer, ReadDefinition, ReadModel } from './api-definition.ts'
import { modelReferences } from './schema-references.ts'
import { mapReferences } from '../model-references.ts'

/** A model of the same name takes the new schema. */
export function applyModel(call: Call, apiId: string, { name, schema: read }: ReadModel): void {
  const schema = JSON.stringify(modelReferences(read, apiId), undefined, 2)
  checkReferences(schema, apiId)
  const known = call.unit.get<ModelRecord>(definitionKinds.model, childKey(apiId, name))
  if (known) {
    checkModelSchema(schema)
    putModel(call, { ...known, schema })
  } else createModel(call, { restApiId: apiId, name, contentType: 'application/json', schema })
}

/** Sentence from public reports, such as terraform-provider-aws#9063. */
function checkReferences(schema: string, apiId: string): void {
  let stray = false
  mapReferences(JSON.parse(schema), (reference) => {
    stray ||= !reference.startsWith(modelUrl(apiId, '')) && !reference.startsWith('#/definitions/')
    return reference
  })
  if (stray || referencedModels(schema, apiId).some((name) => name.includes('/'))) {
    throw invalidModel('Model reference must be in canonical form')
  }
}

/** Validators and authorizers are known by their name. */
export function applyValidator(call: Call, apiId: string, validator: ReadDefinition['validators'][number]): void {
  const known = named<RequestValidatorRecord>(call, definitionKinds.requestValidator, apiId, validator.name)
  if (known) putRequestValidator(call, { ...known, ...validator })
  else createRequestValidator(call, { restApiId: apiId, ...validator })
}

export function applyAuthorizer(call: Call, apiId: string, read: ReadAuthorizer): void {
  const known = named<AuthorizerRecord>(call, definitionKinds.authorizer, apiId, read.name)
  const authorizer = { ...read, type: read.type as AuthorizerRecord['type'] }
  if (!known) return void createAuthorizer(call, { restApiId: apiId, ...authorizer })
  const changed: AuthorizerRecord = { ...known, ...authorizer, authType: read.authType ?? known.authType }
  checkAuthorizer(changed)
  putAuthorizer(call, changed)
}

export function named<Row extends { name?: string }>(
  call: Call,
  kind: string,
  apiId: string,
  name: string | undefined,
) {
  return call.unit.list<Row>(kind, `${apiId}/`).find((row) => row.name === name)
}
