import { badRequest } from '../../lib/aws-error.ts'
import type { OpenApiDocument } from './read-document.ts'
import { asList, asRecord, asText } from './values.ts'

/** Swagger's `basePath`, or the path of OpenAPI's first server with its variables at their defaults. */
export function parseBasePath(document: OpenApiDocument): string {
  const path = 'openapi' in document ? serverPath(document) : (asText(document['basePath']) ?? '')
  const trimmed = path.replace(/\/+$/, '')
  return trimmed === '' || trimmed.startsWith('/') ? trimmed : `/${trimmed}`
}

function serverPath(document: OpenApiDocument): string {
  const server = asRecord(asList(document['servers'])[0])
  const variables = asRecord(server['variables'])
  const url = (asText(server['url']) ?? '').replaceAll(
    /\{([^}]+)\}/g,
    (_, name: string) => asText(asRecord(variables[name])['default']) ?? '',
  )
  return url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '')
}

/** What stands before every path: nothing, the base path, or the base path without its first part (recorded). */
export function basePathFor(basePath: string, mode: string): string {
  if (mode === 'ignore') return ''
  if (mode === 'prepend') return basePath
  if (mode === 'split')
    return basePath
      .split('/')
      .slice(2)
      .map((part) => `/${part}`)
      .join('')
  // Sentence guessed.
  throw badRequest(`Invalid basepath: ${mode}. Must be one of: [ignore, prepend, split]`)
}
