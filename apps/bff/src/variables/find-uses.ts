import type { PickedFunction, VariableUse, VariableUses } from '@callboard/shared-types/variables/variables.schemas'

type Json = Record<string, unknown>

const extension = 'x-amazon-apigateway-'
const verbs = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', `${extension}any-method`])
const longestText = 200

/**
 * `${stageVariables.x}` in an URI or ARN, `stageVariables.x` in a parameter mapping, and in a template also
 * `$stageVariables['x']`, `$!{stageVariables.x}` and `.get("x")` (Stage variables reference). What is called on the map
 * itself, such as `.keySet()`, names none.
 */
const naming = /stageVariables(?:\.get\(\s*["']|\[\s*["']|\.)([A-Za-z0-9_]+)\b(?!\s*\()/g

export const namesIn = (text: string): string[] => [...new Set([...text.matchAll(naming)].map(([, name]) => name!))]

/** Where a definition (OpenAPI 3 with AWS's own fields) names stage variables. */
export function findUses(document: unknown): VariableUses {
  const byName = new Map<string, VariableUse[]>()
  const functions = new Map<string, PickedFunction>()
  let proxied = 0
  const note = (kind: VariableUse['kind'], where: string, value: unknown) => {
    for (const text of textsIn(value))
      for (const name of namesIn(text)) {
        const uses = byName.get(name) ?? []
        uses.push({ kind, where, text: text.length > longestText ? `${text.slice(0, longestText)}…` : text })
        byName.set(name, uses)
      }
  }
  const noteFunction = (uri: unknown, by: 'routes' | 'authorizers', name: string) => {
    const template = lambdaIn(uri)
    if (!template || namesIn(template).length === 0) return
    const known = functions.get(template) ?? { template, variables: namesIn(template), routes: [], authorizers: [] }
    known[by].push(name)
    functions.set(template, known)
  }

  for (const { route, integration } of integrationsIn(document)) {
    const { requestTemplates, responses, ...rest } = integration
    note('integration', route, rest)
    note('template', route, [requestTemplates, responses])
    if (rest.type === 'aws_proxy') proxied += 1
    // A role given to the integration is what invokes the function then: it needs no permission of its own.
    if (!rest.credentials) noteFunction(rest.uri, 'routes', route)
  }
  for (const [name, authorizer] of authorizersIn(document)) {
    note('authorizer', name, authorizer)
    if (!authorizer.authorizerCredentials) noteFunction(authorizer.authorizerUri, 'authorizers', name)
  }
  const answers = at(document, `${extension}gateway-responses`)
  for (const [type, answer] of Object.entries(answers)) note('gateway_response', type, answer)
  return { byName: Object.fromEntries(byName), functions: [...functions.values()], proxied }
}

function* integrationsIn(document: unknown): Generator<{ route: string; integration: Json }> {
  for (const [path, item] of Object.entries(at(document, 'paths')))
    for (const [verb, operation] of Object.entries(object(item))) {
      if (!verbs.has(verb)) continue
      const method = verb.startsWith(extension) ? 'ANY' : verb.toUpperCase()
      yield { route: `${method} ${path}`, integration: at(operation, `${extension}integration`) }
    }
}

const authorizersIn = (document: unknown): [string, Json][] =>
  Object.entries(at(at(document, 'components'), 'securitySchemes')).map(([name, scheme]) => [
    name,
    at(scheme, `${extension}authorizer`),
  ])

/** The function that a Lambda integration's or authorizer's URI calls, as it's written there. */
const lambdaIn = (uri: unknown): string | undefined =>
  typeof uri === 'string' ? /:lambda:path\/[^/]+\/functions\/(.+)\/invocations$/.exec(uri)?.[1] : undefined

const object = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {})

const at = (value: unknown, key: string): Json => object(object(value)[key])

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return Object.values(object(value)).flatMap(textsIn)
}
