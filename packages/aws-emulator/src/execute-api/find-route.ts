import type { Method } from '@aws-sdk/client-api-gateway'
import type { ResourceRecord } from '../apigateway/records.ts'

export type Route = { resource: ResourceRecord; method: Method; verb: string }

/** A literal segment beats `{name}` beats `{name+}`; the exact verb beats ANY (documented). */
export function findRoute(resources: ResourceRecord[], verb: string, path: string): Route | undefined {
  const segments = segmentsOf(path)
  const matching = resources.filter((resource) => matches(segmentsOf(resource.path), segments))
  matching.sort((a, b) => rank(b.path).localeCompare(rank(a.path)))
  for (const resource of matching) {
    const { resourceMethods } = resource
    const found = Object.hasOwn(resourceMethods, verb) ? verb : 'ANY'
    const method = resourceMethods[found]
    if (method) return { resource, method, verb: found }
  }
  return undefined
}

/** A trailing slash doesn't count. */
const segmentsOf = (path: string) => path.replace(/^\/|\/$/g, '').split('/')

const isGreedy = (part: string) => part.endsWith('+}')
const isName = (part: string) => part.startsWith('{')

function matches(parts: string[], segments: string[]): boolean {
  if (isGreedy(parts.at(-1) ?? '')) return segments.length >= parts.length && sameStart(parts.slice(0, -1), segments)
  return segments.length === parts.length && sameStart(parts, segments)
}

function sameStart(parts: string[], segments: string[]): boolean {
  return parts.every((part, index) => part === segments[index] || (isName(part) && segments[index] !== ''))
}

/** One letter a segment, the stronger the later in the alphabet. */
const rank = (path: string) =>
  segmentsOf(path)
    .map((part) => (isGreedy(part) ? 'a' : isName(part) ? 'b' : 'c'))
    .join('')
