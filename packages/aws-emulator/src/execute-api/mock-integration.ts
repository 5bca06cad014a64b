import type { Integration } from '@aws-sdk/client-api-gateway'
import { configurationError } from './gateway-response.ts'
import type { Backend } from './backend.ts'

/**
 * A MOCK answers with the status that its request template renders; the integration response whose pattern matches it,
 * or the default one, gives status and body. No match is a 500 (documented). Templates are taken as they stand.
 */
export function mockAnswer({ requestTemplates, integrationResponses }: Integration): Backend {
  const [, status] = /"?statusCode"?\s*:\s*(\d{3})/.exec(requestTemplates?.['application/json'] ?? '') ?? []
  const responses = Object.values(integrationResponses ?? {})
  const matching =
    responses.find(({ selectionPattern }) => selectionPattern && matchesWhole(selectionPattern, status ?? '')) ??
    responses.find(({ selectionPattern }) => !selectionPattern)
  if (!status || !matching) return { kind: 'refused', response: configurationError }
  return {
    kind: 'mock',
    status: Number(matching.statusCode),
    body: matching.responseTemplates?.['application/json'] ?? '',
  }
}

function matchesWhole(pattern: string, text: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`).test(text)
  } catch {
    return false
  }
}
