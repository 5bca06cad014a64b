import { contextText, finishedContext } from './context-tree.ts'
import { splitOnce } from '../protocol/request.ts'
import type { Arrival, StageAnswer } from './exchange.ts'
import type { GatewayResponse } from './gateway-response.ts'
import { mappedValue } from './parameter-mapping.ts'
import { isRouted } from './exchange.ts'

/** The answer as AWS gives it by default: recorded for most. */
export function defaultAnswer({ status, errorType, message, key }: GatewayResponse): StageAnswer {
  return {
    status,
    headers: [
      ['x-amzn-ErrorType', errorType],
      ['Content-Type', 'application/json'],
    ],
    body: JSON.stringify({ [key ?? 'message']: message }),
  }
}

/** The deployment's own version of it where it is customised: of its type, else of all 4XX or 5XX (documented). */
export function gatewayAnswer(response: GatewayResponse, arrival: Arrival): StageAnswer {
  const { snapshot } = arrival
  const group = response.status < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX'
  const custom = snapshot.gatewayResponse(response.type) ?? snapshot.gatewayResponse(group)
  const standard = defaultAnswer(response)
  if (!custom) return standard
  const [type, template] = templateOf(custom.responseTemplates ?? {}, arrival)
  const headers = new Map(standard.headers.map((header) => [header[0].toLowerCase(), header]))
  headers.set('content-type', ['Content-Type', type])
  for (const [target, expression] of Object.entries(custom.responseParameters ?? {})) {
    const [, name] = /^gatewayresponse\.header\.(.+)$/.exec(target) ?? []
    const value = parameterValue(expression, arrival)
    if (name !== undefined && value !== undefined) headers.set(name.toLowerCase(), [name, value])
  }
  return {
    status: Number(custom.statusCode ?? response.status),
    headers: [...headers.values()],
    body: template === undefined ? standard.body : substituted(template, arrival),
  }
}

/** By what the client accepts, else JSON, else the first there is (guessed). */
function templateOf(templates: Record<string, string>, { request }: Arrival): [string, string | undefined] {
  const wanted = [request.headers['accept'], 'application/json', ...Object.keys(templates)]
  const type = wanted.find((candidate) => candidate !== undefined && Object.hasOwn(templates, candidate))
  return type === undefined ? ['application/json', undefined] : [type, templates[type]]
}

/** Of an unknown route there is no method whose parameters one could name. */
function parameterValue(expression: string, arrival: Arrival): string | undefined {
  const [literal] = /(?<=^').*(?='$)/s.exec(expression) ?? []
  if (literal !== undefined) return literal
  if (expression.startsWith('context.')) return contextText(finishedContext(arrival), expression.slice(8))
  return isRouted(arrival) ? mappedValue(expression, { exchange: arrival }) : undefined
}

/** `${context.path}` or `$context.path`: a brace that closes something else isn't part of it. */
const variable = new RegExp(
  String.raw`\$(?:\{(NAME)\}|(NAME))`.replaceAll(
    'NAME',
    String.raw`(?:context|stageVariables)\.[A-Za-z0-9_.-]*[A-Za-z0-9_]`,
  ),
  'g',
)

/** Variables are filled in; there is no template language in gateway responses (documented). */
function substituted(template: string, arrival: Arrival): string {
  const tree = finishedContext(arrival)
  return template.replaceAll(variable, (_, braced: string | undefined, plain: string | undefined) => {
    const [kind, path = ''] = splitOnce(braced ?? plain ?? '', '.')
    return (kind === 'context' ? contextText(tree, path) : ownText(arrival.variables, path)) ?? ''
  })
}

const ownText = (variables: Record<string, string>, name: string) =>
  Object.hasOwn(variables, name) ? variables[name] : undefined
