import { asText } from '../as-text.ts'
import { contextOf } from '../context-tree.ts'
import type { Exchange } from '../exchange.ts'
import { lastValues } from '../stage-request.ts'
import { jsonPath } from './json-path.ts'
import { renderTemplate } from './render-template.ts'
import { util } from './util.ts'

/** Renders a mapping template over a body: the client's, or the backend's. */
export function renderMapping(template: string, exchange: Exchange, body: string): string {
  const context = contextOf(exchange)
  const { variables } = exchange
  const roots = { input: inputOf(exchange, body), context, stageVariables: variables, util }
  const lenient = [context, variables, context['identity'], context['authorizer']]
  return renderTemplate(template, roots, lenient)
}

function inputOf(exchange: Exchange, body: string) {
  let parsed: { value: unknown } | undefined
  const root = () => (parsed ??= { value: parse(body) }).value
  return {
    body,
    path: (path: unknown) => jsonPath(root(), asText(path)),
    /** What isn't there is an empty JSON string (guessed). */
    json: (path: unknown) => JSON.stringify(jsonPath(root(), asText(path))) ?? '""',
    params: (name?: unknown) => paramsOf(exchange, name === undefined ? undefined : asText(name)),
  }
}

/** An empty body is an empty object; one that isn't JSON is its text (guessed). */
function parse(body: string): unknown {
  if (body === '') return {}
  try {
    return JSON.parse(body)
  } catch {
    return body
  }
}

/** One parameter: of the path, else the query, else the headers (documented); or all of them. */
function paramsOf({ pathParameters: path, request }: Exchange, name: string | undefined): unknown {
  const querystring = lastValues(request.query)
  const header = lastValues(request.headerList)
  if (name === undefined) return { path, querystring, header }
  for (const values of [path, querystring, header]) if (Object.hasOwn(values, name)) return values[name]
  return request.headers[name.toLowerCase()] ?? ''
}
