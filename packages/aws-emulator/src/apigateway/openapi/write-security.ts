import type { Method } from '@aws-sdk/client-api-gateway'
import type { AuthorizerRecord } from '../definition-records.ts'
import type { Extensions, ExportSource } from './export-source.ts'
import { present } from './values.ts'

/** The key, the signature and the authorizers that methods ask for; their names are AWS's (documented). */
export function writeSecuritySchemes({ resources, authorizers }: ExportSource, extensions: Extensions) {
  const methods = resources.flatMap(({ resourceMethods }) => Object.values(resourceMethods))
  const needsKey = methods.some(({ apiKeyRequired }) => apiKeyRequired)
  const needsSignature = methods.some(({ authorizationType }) => authorizationType === 'AWS_IAM')
  return present({
    api_key: needsKey ? { type: 'apiKey', name: 'x-api-key', in: 'header' } : undefined,
    sigv4: needsSignature
      ? { type: 'apiKey', name: 'Authorization', in: 'header', 'x-amazon-apigateway-authtype': 'awsSigv4' }
      : undefined,
    ...Object.fromEntries(authorizers.map((authorizer) => [authorizer.name, writeAuthorizer(authorizer, extensions)])),
  })
}

/** A token's header is the scheme's name; what an authorizer of requests looks at stands in the extension. */
function writeAuthorizer(authorizer: AuthorizerRecord, { authorizers, apigateway }: Extensions): object {
  const { type, authType, identitySource } = authorizer
  const byHeader = type === 'REQUEST' ? undefined : /^method\.request\.header\.([^,\s]+)$/.exec(identitySource ?? '')
  const scheme = { type: 'apiKey', name: byHeader?.[1] ?? 'Unused', in: 'header' }
  if (!authorizers && !apigateway) return scheme
  return {
    ...scheme,
    'x-amazon-apigateway-authtype': authType,
    'x-amazon-apigateway-authorizer': {
      type: type?.toLowerCase(),
      authorizerUri: authorizer.authorizerUri,
      authorizerCredentials: authorizer.authorizerCredentials,
      identitySource: byHeader ? undefined : identitySource,
      identityValidationExpression: authorizer.identityValidationExpression,
      authorizerResultTtlInSeconds: authorizer.authorizerResultTtlInSeconds,
      providerARNs: authorizer.providerARNs,
    },
  }
}

export function writeRequirements({ authorizers }: ExportSource, method: Method): object[] | undefined {
  const requirements: object[] = []
  if (method.apiKeyRequired) requirements.push({ api_key: [] })
  if (method.authorizationType === 'AWS_IAM') requirements.push({ sigv4: [] })
  const authorizer = authorizers.find(({ id }) => id === method.authorizerId)
  if (authorizer?.name) requirements.push({ [authorizer.name]: method.authorizationScopes ?? [] })
  return requirements.length > 0 ? requirements : undefined
}
