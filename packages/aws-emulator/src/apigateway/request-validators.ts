import type { RequestValidator } from '@aws-sdk/client-api-gateway'
import { notFound } from '../lib/aws-error.ts'
import type { Call } from './call.ts'
import { childKey, definitionKinds, type RequestValidatorRecord } from './definition-records.ts'

/** Sentence as LocalStack's recordings quote it: guessed. */
export function findRequestValidator({ unit }: Call, apiId: string, id: string | undefined): RequestValidatorRecord {
  const validator = unit.get<RequestValidatorRecord>(definitionKinds.requestValidator, childKey(apiId, id))
  if (!validator) throw notFound('Invalid Request Validator identifier specified')
  return validator
}

export function putRequestValidator({ unit }: Call, validator: RequestValidatorRecord): void {
  unit.put(definitionKinds.requestValidator, childKey(validator.apiId, validator.id), validator)
}

export const requestValidatorOutput = ({ apiId: _, ...validator }: RequestValidatorRecord): RequestValidator =>
  validator
