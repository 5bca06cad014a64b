import type { Method } from '@aws-sdk/client-api-gateway'
import { badRequest } from '../lib/aws-error.ts'
import type { Call } from './call.ts'
import { childKey, definitionKinds } from './definition-records.ts'

/** A method may only name what its API has. Sentences as LocalStack's recordings quote them: not in ours, so guessed. */
export function checkAuthorization({ unit }: Call, apiId: string, method: Method): void {
  const { authorizationType, authorizerId } = method
  if (authorizationType !== 'CUSTOM' && authorizationType !== 'COGNITO_USER_POOLS') return
  if (unit.get(definitionKinds.authorizer, childKey(apiId, authorizerId))) return
  throw badRequest(
    'Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer.',
  )
}

export function checkRequestValidator({ unit }: Call, apiId: string, id: string | undefined): void {
  if (id === undefined || unit.get(definitionKinds.requestValidator, childKey(apiId, id))) return
  throw badRequest('Invalid Request Validator identifier specified')
}
