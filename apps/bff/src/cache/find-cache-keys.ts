type Json = Record<string, unknown>

/** What the deployed definition says of caching. */
export interface DefinedCaching {
  /** By route, such as `GET /orders/{orderId}`: path parameters that the cache key leaves out. */
  keyLacks: Record<string, string[]>
  /** Names of the authorizers whose answers are kept for a time. */
  authorizers: string[]
}

const extension = 'x-amazon-apigateway-'
const verbs = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', `${extension}any-method`])

/** Reads a definition (OpenAPI 3 with AWS's own fields). */
export function findCacheKeys(document: unknown): DefinedCaching {
  const keyLacks: Record<string, string[]> = {}
  for (const [path, item] of Object.entries(at(document, 'paths')))
    for (const [verb, operation] of Object.entries(object(item))) {
      if (!verbs.has(verb)) continue
      const method = verb.startsWith(extension) ? 'ANY' : verb.toUpperCase()
      const lacking = lackingParameters(path, at(operation, `${extension}integration`))
      if (lacking.length > 0) keyLacks[`${method} ${path}`] = lacking
    }
  const schemes = Object.entries(at(at(document, 'components'), 'securitySchemes'))
  const authorizers = schemes.flatMap(([name, scheme]) => {
    const authorizer = object(scheme)[`${extension}authorizer`]
    return authorizer && object(authorizer)['authorizerResultTtlInSeconds'] !== 0 ? [name] : []
  })
  return { keyLacks, authorizers }
}

/** `method.request.path.id`, or what the integration's own parameter takes from it (Caching settings: cache keys). */
function lackingParameters(path: string, { cacheKeyParameters, requestParameters }: Json): string[] {
  const mapped = object(requestParameters)
  const key = Array.isArray(cacheKeyParameters) ? cacheKeyParameters.map(String) : []
  const sources = key.map((name) => (typeof mapped[name] === 'string' ? mapped[name] : name))
  return [...path.matchAll(/\{([^}+]+)\+?\}/g)]
    .map(([, name]) => name!)
    .filter((name) => !sources.includes(`method.request.path.${name}`))
}

const object = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {})
const at = (value: unknown, key: string): Json => object(object(value)[key])
