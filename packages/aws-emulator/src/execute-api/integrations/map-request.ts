import { asText } from '../as-text.ts'
import type { Integration } from '@aws-sdk/client-api-gateway'
import { contextOf } from '../context-tree.ts'
import type { Exchange } from '../exchange.ts'
import { gatewayResponses, Refusal } from '../gateway-response.ts'
import { isBinary, mediaType } from '../media-type.ts'
import { mappedValue } from '../parameter-mapping.ts'
import { TemplateError } from '../templates/render-template.ts'
import { renderMapping } from '../templates/template-roots.ts'

/** What goes to the backend of an integration that isn't a proxy. */
export type MappedRequest = {
  body: string | Buffer
  headers: Record<string, string>
  query: Record<string, string>
  path: Record<string, string>
}

export function mapRequest(integration: Integration, exchange: Exchange): MappedRequest {
  const mapped: MappedRequest = { body: mapBody(integration, exchange), headers: {}, query: {}, path: {} }
  for (const [target, expression] of Object.entries(integration.requestParameters ?? {})) {
    const value = mappedValue(expression, { exchange })
    if (value !== undefined) putParameter(mapped, target, value)
  }
  const { header, querystring, path } = contextOf(exchange).requestOverride
  Object.assign(mapped.headers, texts(header))
  Object.assign(mapped.query, texts(querystring))
  Object.assign(mapped.path, texts(path))
  return mapped
}

export function putParameter({ headers, query, path }: MappedRequest, target: string, value: string): void {
  const [, kind, name = ''] = /^integration\.request\.(header|querystring|path)\.(.+)$/.exec(target) ?? []
  if (kind === 'header') headers[name] = value
  if (kind === 'querystring') query[name] = value
  if (kind === 'path') path[name] = value
}

const texts = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, asText(value)]))

/**
 * The template of the body's content type. Where there is none the body goes on as it is, or is refused as unsupported: NEVER
 * always refuses, WHEN_NO_TEMPLATES where there are others (documented).
 */
function mapBody(
  { requestTemplates = {}, passthroughBehavior, contentHandling }: Integration,
  exchange: Exchange,
): string | Buffer {
  const { request, snapshot, log } = exchange
  const contentType = request.headers['content-type']
  const type = mediaType(contentType)
  const template = Object.hasOwn(requestTemplates, type) ? requestTemplates[type] : undefined
  if (template !== undefined) return renderOrRefuse(template, exchange, request.body.toString('utf8'))
  const isRefused =
    passthroughBehavior === 'NEVER' ||
    (passthroughBehavior === 'WHEN_NO_TEMPLATES' && Object.keys(requestTemplates).length > 0)
  if (isRefused) {
    log?.error(`Execution failed: Unsupported media type ${type}`)
    throw new Refusal(gatewayResponses.UNSUPPORTED_MEDIA_TYPE)
  }
  if (contentHandling === 'CONVERT_TO_BINARY' && !isBinary(snapshot.binaryMediaTypes, contentType)) {
    return Buffer.from(request.body.toString('latin1'), 'base64')
  }
  return contentHandling === 'CONVERT_TO_TEXT' && isBinary(snapshot.binaryMediaTypes, contentType)
    ? request.body.toString('base64')
    : request.body
}

/** A template that fails is a configuration error, and so a 500 (documented). */
export function renderOrRefuse(template: string, exchange: Exchange, body: string): string {
  try {
    return renderMapping(template, exchange, body)
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error
    throw new Refusal(
      gatewayResponses.API_CONFIGURATION_ERROR,
      `Execution failed due to configuration error: Unable to transform request: ${error.message}`,
    )
  }
}
