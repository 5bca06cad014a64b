import { AwsError } from '../lib/aws-error.ts'
import type { OperationSchema } from './operation-schema.ts'
import { splitOnce } from './request.ts'

export type Route = { operation: OperationSchema; labels: Record<string, string> }

type Pattern = { operation: OperationSchema; method: string; segments: string[]; query: URLSearchParams }

/** Routes requests to operations by their `http` traits; the most literal pattern wins. */
export function restJsonRouter(operations: OperationSchema[]) {
  const patterns = operations.map(readPattern).toSorted((a, b) => literalness(b) - literalness(a))
  return (method: string, path: string, query: URLSearchParams): Route => {
    const segments = path.split('/').slice(1)
    if (segments.length > 1 && segments.at(-1) === '') segments.pop()
    for (const pattern of patterns) {
      if (pattern.method !== method || !asksFor(pattern.query, query)) continue
      const labels = match(pattern.segments, segments)
      if (labels) return { operation: pattern.operation, labels: decoded(labels) }
    }
    // Guessed: what AWS services of this framework answer to a path or verb they don't know.
    throw new AwsError('AccessDeniedException', 403, 'Unable to determine service/operation name to be authorized')
  }
}

function readPattern(operation: OperationSchema): Pattern {
  const [method = '', target = ''] = operation.http ?? []
  const [path, query] = splitOnce(target, '?')
  return { operation, method, segments: path.split('/').slice(1), query: new URLSearchParams(query ?? '') }
}

const isLabel = (segment: string) => segment.startsWith('{')
const literalness = (pattern: Pattern) =>
  pattern.query.size * 100 + pattern.segments.filter((segment) => !isLabel(segment)).length

function asksFor(wanted: URLSearchParams, query: URLSearchParams): boolean {
  return [...wanted].every(([name, value]) => query.get(name) === value)
}

function match(pattern: string[], segments: string[]): Record<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined
  const labels: Record<string, string> = {}
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? ''
    if (isLabel(part) && segment !== '') labels[part.slice(1, -1)] = segment
    else if (part !== segment) return undefined
  }
  return labels
}

function decoded(labels: Record<string, string>): Record<string, string> {
  try {
    return Object.fromEntries(Object.entries(labels).map(([name, value]) => [name, decodeURIComponent(value)]))
  } catch {
    throw new AwsError('BadRequestException', 400, 'Invalid percent-encoding in the request path')
  }
}
