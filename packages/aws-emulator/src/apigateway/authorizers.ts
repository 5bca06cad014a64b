import type { Authorizer } from '@aws-sdk/client-api-gateway'
import { badRequest, notFound } from '../lib/aws-error.ts'
import type { Call } from './call.ts'
import { childKey, definitionKinds, type AuthorizerRecord } from './definition-records.ts'

export const authorizerTypes = ['TOKEN', 'REQUEST', 'COGNITO_USER_POOLS']

/** Sentence after moto's: guessed. */
export function findAuthorizer({ unit }: Call, apiId: string, id: string | undefined): AuthorizerRecord {
  const authorizer = unit.get<AuthorizerRecord>(definitionKinds.authorizer, childKey(apiId, id))
  if (!authorizer) throw notFound('Invalid Authorizer identifier specified')
  return authorizer
}

export function putAuthorizer({ unit }: Call, authorizer: AuthorizerRecord): void {
  unit.put(definitionKinds.authorizer, childKey(authorizer.apiId, authorizer.id), authorizer)
}

export const authorizerOutput = ({ apiId: _, ...authorizer }: AuthorizerRecord): Authorizer => authorizer

/** What a type needs, and a TTL of 0 to 3600 s, are documented; the sentences are guessed. */
export function checkAuthorizer({ name, type, authorizerUri, providerARNs, ...rest }: AuthorizerRecord): void {
  const { identitySource, authorizerResultTtlInSeconds: ttl = 300 } = rest
  if (!name) throw badRequest('Authorizer name must be non-empty')
  if (!(ttl >= 0 && ttl <= 3600)) throw badRequest('Authorizer result TTL must be between 0 and 3600 seconds')
  if (type === 'COGNITO_USER_POOLS') {
    const pool = /^arn:aws[a-z-]*:cognito-idp:[^:]+:[^:]+:userpool\/.+$/
    if (!providerARNs?.length || providerARNs.some((arn) => !pool.test(arn))) {
      throw badRequest('Invalid Cognito User Pool ARN specified for authorizer')
    }
  } else if (!/^arn:aws[a-z-]*:apigateway:[^:]+:lambda:path\/.+$/.test(authorizerUri ?? '')) {
    throw badRequest(
      `Invalid Authorizer URI: ${authorizerUri ?? ''}. Authorizer URI should be a valid API Gateway ARN that represents a Lambda function invocation.`,
    )
  }
  if (type === 'REQUEST' && ttl > 0 && !identitySource) {
    throw badRequest('Identity source must be specified for a REQUEST authorizer with caching')
  }
}
