import { asText } from '../as-text.ts'
import type { Integration, IntegrationResponse } from '@aws-sdk/client-api-gateway'
import { contextOf } from '../context-tree.ts'
import type { Exchange, StageAnswer } from '../exchange.ts'
import { gatewayResponses, Refusal } from '../gateway-response.ts'
import { firstAccepted, isBinary } from '../media-type.ts'
import { mappedValue } from '../parameter-mapping.ts'
import { renderOrRefuse } from './map-request.ts'

/** What a backend answered, and the text that selection patterns are matched with. */
export type BackendAnswer = { selector: string; headers: [string, string][]; body: string | Buffer }

/**
 * The first response whose pattern matches all of the text, else the one without a pattern (documented). None is a
 * configuration error.
 */
function selectResponse({ integrationResponses }: Integration, selector: string): IntegrationResponse {
  const responses = Object.values(integrationResponses ?? {})
  const found =
    responses.find(({ selectionPattern }) => selectionPattern && matchesWhole(selectionPattern, selector)) ??
    responses.find(({ selectionPattern }) => !selectionPattern)
  if (found) return found
  throw new Refusal(
    gatewayResponses.API_CONFIGURATION_ERROR,
    `Execution failed due to configuration error: No match for output mapping and no default output mapping configured. Endpoint Response Status Code: ${selector}`,
  )
}

function matchesWhole(pattern: string, text: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 's').test(text)
  } catch {
    return false
  }
}

export function mapResponse(integration: Integration, exchange: Exchange, answer: BackendAnswer): StageAnswer {
  const response = selectResponse(integration, answer.selector)
  const [type, template] = templateFor(response, exchange)
  const body = typeof answer.body === 'string' ? answer.body : answer.body.toString('utf8')
  const mapped = template === undefined ? undefined : renderOrRefuse(template, exchange, body)
  const headers = new Map<string, [string, string]>([['content-type', ['Content-Type', type]]])
  for (const [target, expression] of Object.entries(response.responseParameters ?? {})) {
    const value = mappedValue(expression, { exchange, answer: { headers: answer.headers, body } })
    const [, name] = /^method\.response\.header\.(.+)$/.exec(target) ?? []
    if (name !== undefined && value !== undefined) headers.set(name.toLowerCase(), [name, value])
  }
  const { header, status } = contextOf(exchange).responseOverride
  for (const [name, value] of Object.entries(header)) headers.set(name.toLowerCase(), [name, asText(value)])
  return {
    status: Number(status ?? response.statusCode),
    headers: [...headers.values()],
    body: mapped ?? converted(response, exchange, answer.body),
  }
}

/** By what the client accepts; else JSON, else the first there is (guessed). */
function templateFor({ responseTemplates }: IntegrationResponse, { request }: Exchange): [string, string | undefined] {
  const templates = responseTemplates ?? {}
  const wanted = [firstAccepted(request.headers['accept']), 'application/json', ...Object.keys(templates)]
  const type = wanted.find((candidate) => candidate !== undefined && Object.hasOwn(templates, candidate))
  return type === undefined ? ['application/json', undefined] : [type, templates[type]]
}

function converted({ contentHandling }: IntegrationResponse, { snapshot, request }: Exchange, body: string | Buffer) {
  if (contentHandling === 'CONVERT_TO_BINARY') return Buffer.from(body.toString(), 'base64')
  if (contentHandling === 'CONVERT_TO_TEXT' && typeof body !== 'string') {
    return isBinary(snapshot.binaryMediaTypes, firstAccepted(request.headers['accept']))
      ? body
      : body.toString('base64')
  }
  return body
}
