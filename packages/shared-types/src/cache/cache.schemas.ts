import { z } from 'zod'
import { Instant } from '../lib/instant.schemas.ts'
import { Series } from '../metrics/metrics.schemas.ts'
import { cacheSizes, longestTtl, missingLights, unauthorizedStrategies } from './cache-rules.ts'

/** How a method is cached, in AWS's words. */
export const CacheChoice = z.object({
  cachingEnabled: z.boolean(),
  cacheTtlInSeconds: z.number(),
  cacheDataEncrypted: z.boolean(),
  requireAuthorizationForCacheControl: z.boolean(),
  unauthorizedCacheControlHeaderStrategy: z.enum(unauthorizedStrategies),
})
export type CacheChoice = z.infer<typeof CacheChoice>

/** The stage's default, or one method of it. */
export const CachedMethod = CacheChoice.extend({
  /** AWS's own key, still escaped, such as `~1pets/GET`; the default of all methods is `*` `/` `*`. */
  key: z.string(),
  /** Such as `GET /pets`. */
  name: z.string(),
  /** Whether it has settings of its own; else these are the default's. */
  own: z.boolean(),
  /** It has settings, but the live deployment has no such method. */
  orphan: z.boolean(),
  /** What keeps its answers from being cached; none is really caching. */
  missing: z.array(z.enum(missingLights)),
  /** Path parameters that aren't part of the cache key: whatever they are, callers get the same answer. */
  keyLacks: z.array(z.string()),
})
export type CachedMethod = z.infer<typeof CachedMethod>

export const CacheView = z.object({
  enabled: z.boolean(),
  /** In GB; null while the cluster is off. */
  size: z.string().nullable(),
  /** AWS's own: `AVAILABLE`, `CREATE_IN_PROGRESS` … */
  status: z.string(),
  /** When what is in progress began, as far as AWS or Callboard know; null while nothing is, or nobody knows. */
  changingSince: Instant.nullable(),
  default: CacheChoice,
  methods: z.array(CachedMethod),
  /** Why the live deployment's methods aren't known, or null. */
  methodsUnknown: z.string().nullable(),
  /** Whether a canary's calls use the cache; null without a canary. */
  canaryShares: z.boolean().nullable(),
  /** Authorizers of the live deployment; null where that isn't known. */
  authorizers: z.array(z.string()).nullable(),
  /** Of the last hour, finished minutes; null where CloudWatch has none or doesn't answer. */
  hits: z.number().nullable(),
  misses: z.number().nullable(),
  /** Hits of all calls that could have been, by minute, 0 to 1. */
  hitRatio: Series,
  /** Why the figures are missing, or null. */
  figuresUnknown: z.string().nullable(),
  asOf: Instant,
})
export type CacheView = z.infer<typeof CacheView>

/** Edits over the present: what isn't named stays as it is. */
export const CacheEdits = z.object({
  enabled: z.boolean().optional(),
  /** In GB. Of a cluster that is off and stays off there is none. */
  size: z.enum(cacheSizes, { error: `AWS has the sizes ${cacheSizes.join(', ')} GB` }).optional(),
  /** By AWS's key. */
  methods: z
    .record(
      z.string().max(1024),
      CacheChoice.partial().extend({
        cacheTtlInSeconds: z
          .number()
          .int('AWS takes whole seconds')
          .min(0, 'AWS keeps an answer for 0 seconds at least')
          .max(longestTtl, 'AWS keeps an answer for 3,600 seconds at most')
          .optional(),
      }),
    )
    .default({}),
})
export type CacheEdits = z.infer<typeof CacheEdits>
