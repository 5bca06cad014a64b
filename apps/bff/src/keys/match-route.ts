import type { Route } from '@callboard/shared-types/deployments/deployments.schemas'

/**
 * The route that a request goes to: segment by segment a literal before a parameter before `{proxy+}`, and its own method
 * before ANY (Developer Guide, proxy resources).
 */
export function matchRoute(routes: Route[], method: string, path: string): Route | undefined {
  const segments = segmentsOf(path.split('?')[0]!)
  const fitting = routes.filter(
    (route) => (route.method === method || route.method === 'ANY') && fits(route.path, segments),
  )
  return fitting.toSorted((a, b) => compare(rankOf(a), rankOf(b)))[0]
}

const segmentsOf = (path: string) => path.split('/').filter((segment) => segment !== '')
const isGreedy = (part: string) => part.endsWith('+}')
const isParameter = (part: string) => part.startsWith('{')

function fits(pattern: string, segments: string[]): boolean {
  const parts = segmentsOf(pattern)
  if (parts.some(isGreedy) ? segments.length < parts.length : segments.length !== parts.length) return false
  return parts.every((part, n) => isParameter(part) || part === segments[n])
}

/** Lower goes first: of each segment literal, parameter, greedy; then the method's own before ANY. */
function rankOf({ path, method }: Route): number[] {
  const parts = segmentsOf(path).map((part) => (isGreedy(part) ? 2 : isParameter(part) ? 1 : 0))
  return [...parts, method === 'ANY' ? 1 : 0]
}

function compare(a: number[], b: number[]): number {
  const at = a.findIndex((rank, n) => rank !== b[n])
  return at < 0 ? 0 : a[at]! - (b[at] ?? 0)
}
