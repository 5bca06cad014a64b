import type { Dimension } from '@aws-sdk/client-cloudwatch'
import { dimensionsKey } from './metric-name.ts'
import type { Samples } from './samples.ts'

/** Which requests a set of dimensions selects. */
export type Selection = {
  apiName: string
  stageName: string | undefined
  /** The same for the same dimensions. */
  key: string
  /** Whether a request counts; undefined where all do. */
  includes: ((samples: Samples, at: number) => boolean) | undefined
}

/**
 * The dimension sets of REST APIs: ApiName; with Stage; with Stage, Resource and Method, which has data only where
 * detailed metrics are on. Any other set matches nothing. `Stage={stage}/Canary` is an assumption, behind a setting.
 */
export function selectionOf(dimensions: Dimension[], canaryMetrics: boolean): Selection | undefined {
  const named = new Map(dimensions.map(({ Name = '', Value = '' }) => [Name, Value]))
  const apiName = named.get('ApiName')
  const shape = [...named.keys()].toSorted().join()
  if (apiName === undefined) return undefined
  const key = dimensionsKey(dimensions)
  if (shape === 'ApiName') return { apiName, stageName: undefined, key, includes: undefined }
  const [stageName = '', canary, more] = (named.get('Stage') ?? '').split('/')
  if (more !== undefined || (canary !== undefined && (canary !== 'Canary' || !canaryMetrics))) return undefined
  const onlyCanary = canary === undefined ? undefined : isCanary
  if (shape === 'ApiName,Stage') return { apiName, stageName, key, includes: onlyCanary }
  if (shape !== 'ApiName,Method,Resource,Stage') return undefined
  const onRoute = isOnRoute(named.get('Resource') ?? '', named.get('Method') ?? '')
  const includes = onlyCanary
    ? (samples: Samples, at: number) => isCanary(samples, at) && onRoute(samples, at)
    : onRoute
  return { apiName, stageName, key, includes }
}

const isCanary = (samples: Samples, at: number) => samples.canary[at] === 1

const isOnRoute = (resource: string, verb: string) => (samples: Samples, at: number) => {
  const route = samples.routes[samples.route[at] ?? 0]
  return route?.detailed === true && route.resource === resource && route.verb === verb
}
