import type { Method } from '@aws-sdk/client-api-gateway'
import type { ResourceRecord } from '../apigateway/records.ts'

export type Route = { resource: ResourceRecord; method: Method; verb: string }

export type FoundRoute = { route: Route; pathParameters: Record<string, string> }

type Candidate = { resource: ResourceRecord; parts: string[]; routes: Map<string, Route> }

const tables = new WeakMap<ResourceRecord[], Candidate[]>()

/** A literal segment beats `{name}` beats `{name+}`; the exact verb beats ANY (documented). The path is still encoded. */
export function findRoute(resources: ResourceRecord[], verb: string, path: string): FoundRoute | undefined {
  let table = tables.get(resources)
  if (!table) tables.set(resources, (table = tableOf(resources)))
  const segments = segmentsOf(path)
  for (const { parts, routes } of table) {
    if (!matches(parts, segments)) continue
    const route = routes.get(verb) ?? routes.get('ANY')
    if (route) return { route, pathParameters: parametersOf(parts, segments) }
  }
  return undefined
}

/** The strongest path first. */
function tableOf(resources: ResourceRecord[]): Candidate[] {
  return resources
    .toSorted((a, b) => rank(b.path).localeCompare(rank(a.path)))
    .map((resource) => ({
      resource,
      parts: segmentsOf(resource.path),
      routes: new Map(
        Object.entries(resource.resourceMethods).map(([verb, method]) => [verb, { resource, method, verb }]),
      ),
    }))
}

/** A trailing slash doesn't count. */
const segmentsOf = (path: string) => path.replace(/^\/|\/$/g, '').split('/')

const isGreedy = (part: string) => part.endsWith('+}')
const isName = (part: string) => part.startsWith('{')

function matches(parts: string[], segments: string[]): boolean {
  const greedy = isGreedy(parts.at(-1) ?? '')
  if (greedy ? segments.length < parts.length : segments.length !== parts.length) return false
  const fixed = greedy ? parts.length - 1 : parts.length
  for (let index = 0; index < fixed; index++) {
    const part = parts[index] ?? ''
    const segment = segments[index] ?? ''
    if (isName(part) ? segment === '' : part !== segment && part !== decoded(segment)) return false
  }
  return true
}

/** Values are decoded; a greedy one keeps doubled slashes (recorded). */
function parametersOf(parts: string[], segments: string[]): Record<string, string> {
  const parameters: Record<string, string> = {}
  for (const [index, part] of parts.entries()) {
    if (!isName(part)) continue
    if (isGreedy(part)) parameters[part.slice(1, -2)] = decoded(segments.slice(index).join('/'))
    else parameters[part.slice(1, -1)] = decoded(segments[index] ?? '')
  }
  return parameters
}

/** What can't be decoded stays as it is. */
function decoded(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** One letter a segment, the stronger the later in the alphabet. */
const rank = (path: string) =>
  segmentsOf(path)
    .map((part) => (isGreedy(part) ? 'a' : isName(part) ? 'b' : 'c'))
    .join('')
