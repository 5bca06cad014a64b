import type { Route } from '@callboard/shared-types/deployments/deployments.schemas'

type Json = Record<string, unknown>

const extension = 'x-amazon-apigateway-'
const verbs = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', `${extension}any-method`])

/** The routes of a kept definition, for a deployment that AWS can't be asked about any more. */
export function definedRoutes(document: unknown): Route[] {
  const schemes = object(object(object(document)['components'])['securitySchemes'])
  return Object.entries(object(object(document)['paths']))
    .flatMap(([path, item]) =>
      Object.entries(object(item))
        .filter(([verb]) => verbs.has(verb))
        .map(([verb, operation]) => ({
          path,
          method: verb.startsWith(extension) ? 'ANY' : verb.toUpperCase(),
          ...accessOf(object(operation), schemes),
        })),
    )
    .toSorted((a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method))
}

/** How AWS writes a method's authorisation into a document (API Gateway extensions to OpenAPI). */
function accessOf(operation: Json, schemes: Json): Pick<Route, 'authorizationType' | 'apiKeyRequired'> {
  const wanted = Array.isArray(operation['security'])
    ? operation['security'].flatMap((of) => Object.keys(object(of)))
    : []
  const types = wanted.map((name) => object(schemes[name]))
  const isKey = (scheme: Json) => String(scheme['name']).toLowerCase() === 'x-api-key'
  const authTypes = types.flatMap((scheme) => {
    const type = scheme[`${extension}authtype`]
    return isKey(scheme) || typeof type !== 'string' ? [] : [type]
  })
  const own = object(operation[`${extension}auth`])['type']
  const type = typeof own === 'string' ? own : (authTypes[0] ?? 'none')
  return {
    apiKeyRequired: types.some(isKey),
    authorizationType: names[type.toLowerCase()] ?? 'CUSTOM',
  }
}

const names: Record<string, string> = {
  none: 'NONE',
  awssigv4: 'AWS_IAM',
  aws_iam: 'AWS_IAM',
  cognito_user_pools: 'COGNITO_USER_POOLS',
}

const object = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {})
