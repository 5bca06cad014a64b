import type { ReadAuthorizer, ReadMethod } from './api-definition.ts'
import type { ReadingContext } from './reading-context.ts'
import { asList, asNumber, asRecord, asText, asTexts } from './values.ts'

const extension = 'x-amazon-apigateway-authorizer'

function schemesOf({ document, isVersion3 }: ReadingContext): Record<string, unknown> {
  return asRecord(isVersion3 ? asRecord(document['components'])['securitySchemes'] : document['securityDefinitions'])
}

/** Security schemes that carry an authorizer (documented); a token's header is the scheme's own name. */
export function readAuthorizers(context: ReadingContext): ReadAuthorizer[] {
  return Object.entries(schemesOf(context)).flatMap(([name, value]) => {
    const scheme = context.resolve(value)
    const authorizer = asRecord(scheme[extension])
    const type = asText(authorizer['type'])?.toUpperCase()
    return type ? [readAuthorizer(name, type, scheme, authorizer)] : []
  })
}

function readAuthorizer(
  name: string,
  type: string,
  scheme: Record<string, unknown>,
  authorizer: Record<string, unknown>,
): ReadAuthorizer {
  const header = type === 'REQUEST' ? undefined : `method.request.header.${asText(scheme['name']) ?? 'Authorization'}`
  return {
    name,
    type,
    authType: asText(scheme['x-amazon-apigateway-authtype']),
    authorizerUri: asText(authorizer['authorizerUri']),
    authorizerCredentials: asText(authorizer['authorizerCredentials']),
    identitySource: asText(authorizer['identitySource']) ?? header,
    identityValidationExpression: asText(authorizer['identityValidationExpression']),
    authorizerResultTtlInSeconds: asNumber(authorizer['authorizerResultTtlInSeconds']),
    providerARNs: asTexts(authorizer['providerARNs']),
  }
}

type MethodSecurity = Pick<
  ReadMethod,
  'authorizationType' | 'authorizerName' | 'authorizationScopes' | 'apiKeyRequired'
>

/** A method's own requirements; those at the document's root are ignored (documented as a known issue). */
export function readSecurity(context: ReadingContext, operation: Record<string, unknown>): MethodSecurity {
  const schemes = schemesOf(context)
  const security: MethodSecurity = { authorizationType: 'NONE', apiKeyRequired: false }
  if (asText(asRecord(operation['x-amazon-apigateway-auth'])['type'])?.toUpperCase() === 'AWS_IAM') {
    security.authorizationType = 'AWS_IAM'
  }
  for (const [name, scopes] of asList(operation['security']).flatMap((one) => Object.entries(asRecord(one)))) {
    const scheme = context.resolve(schemes[name])
    const type = asText(asRecord(scheme[extension])['type'])?.toLowerCase()
    if (type) {
      security.authorizationType = type === 'cognito_user_pools' ? 'COGNITO_USER_POOLS' : 'CUSTOM'
      security.authorizerName = name
      const wanted = asTexts(scopes) ?? []
      if (wanted.length > 0) security.authorizationScopes = wanted
    } else if (asText(scheme['x-amazon-apigateway-authtype'])?.toLowerCase() === 'awssigv4') {
      security.authorizationType = 'AWS_IAM'
    } else if (asText(scheme['name'])?.toLowerCase() === 'x-api-key') security.apiKeyRequired = true
    else context.warnings.push(`Security scheme '${name}' is not supported and was ignored`)
  }
  return security
}
