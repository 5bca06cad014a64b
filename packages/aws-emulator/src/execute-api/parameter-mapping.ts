import { contextOf, contextText } from './context-tree.ts'
import type { Exchange } from './exchange.ts'
import { jsonPath } from './templates/json-path.ts'

/** Where values are mapped from, besides the request: what the backend answered, if it did. */
export type MappingSource = { exchange: Exchange; answer?: { headers: [string, string][]; body: string } }

/** The value that an expression such as `method.request.header.X` or `'static'` stands for; undefined where there is none. */
export function mappedValue(expression: string, source: MappingSource): string | undefined {
  const { exchange, answer } = source
  const literal = /^'(.*)'$/s.exec(expression)
  if (literal) return literal[1]
  const [, from, name = ''] =
    /^(stageVariables|context|method\.request\.(?:path|querystring|header|multivaluequerystring|multivalueheader|body)|integration\.response\.(?:header|multivalueheader|body))(?:\.(.*))?$/s.exec(
      expression,
    ) ?? []
  switch (from) {
    case 'stageVariables':
      return Object.hasOwn(exchange.variables, name) ? exchange.variables[name] : undefined
    case 'context':
      return contextText(contextOf(exchange), name)
    case 'method.request.path':
      return Object.hasOwn(exchange.pathParameters, name) ? exchange.pathParameters[name] : undefined
    case 'method.request.querystring':
      return exchange.request.query.findLast(([key]) => key === name)?.[1]
    case 'method.request.multivaluequerystring':
      return joined(exchange.request.query, (key) => key === name)
    case 'method.request.header':
      return exchange.request.headers[name.toLowerCase()]
    case 'method.request.multivalueheader':
      return joined(exchange.request.headerList, (key) => key.toLowerCase() === name.toLowerCase())
    case 'method.request.body':
      return fromBody(exchange.request.body.toString('utf8'), name)
    case 'integration.response.header':
      return answer?.headers.findLast(([key]) => key.toLowerCase() === name.toLowerCase())?.[1]
    case 'integration.response.multivalueheader':
      return joined(answer?.headers ?? [], (key) => key.toLowerCase() === name.toLowerCase())
    case 'integration.response.body':
      return answer && fromBody(answer.body, name)
    default:
      return undefined
  }
}

function joined(pairs: [string, string][], matches: (name: string) => boolean): string | undefined {
  const values = pairs.filter(([name]) => matches(name)).map(([, value]) => value)
  return values.length > 0 ? values.join(',') : undefined
}

/** All of the body, or what a JSON path finds in it; a body that isn't JSON has nothing to find. */
function fromBody(body: string, path: string): string | undefined {
  if (path === '') return body
  try {
    const value = jsonPath(JSON.parse(body), `$.${path}`)
    return typeof value === 'string' || value === undefined ? value : JSON.stringify(value)
  } catch {
    return undefined
  }
}
