import { parseDocument } from 'yaml'
import { badRequest } from '../../lib/aws-error.ts'
import { isRecord } from '../../protocol/check-shape.ts'

export type OpenApiDocument = Record<string, unknown>

/** Recorded for what can't be parsed, on import and on put, before the API is looked up (test_import_api_bad_file). */
export const invalidDocument = () => badRequest('Invalid OpenAPI input.')

const deepest = 200

/** JSON or YAML, Swagger 2 or OpenAPI 3. What is nested deeper than any API needs is refused, before anything recurses into it. */
export function readDocument(body: Uint8Array | undefined): OpenApiDocument {
  const document = parsed(body ?? new Uint8Array())
  if (!isRecord(document) || isTooDeep(document)) throw invalidDocument()
  if (document['swagger'] !== '2.0' && !String(document['openapi']).startsWith('3.')) throw invalidDocument()
  return document
}

function parsed(body: Uint8Array): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body)
    return /^\s*\{/.test(text) ? JSON.parse(text) : parsedYaml(text)
  } catch {
    throw invalidDocument()
  }
}

/** A tag that YAML doesn't know makes it unreadable (guessed); so do aliases that stand for more than a document could hold. */
function parsedYaml(text: string): unknown {
  const document = parseDocument(text)
  if (document.errors.length > 0 || document.warnings.length > 0) throw invalidDocument()
  return document.toJS({ maxAliasCount: 100 })
}

function isTooDeep(document: unknown): boolean {
  let level = [document]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return true
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []))
  }
  return false
}
