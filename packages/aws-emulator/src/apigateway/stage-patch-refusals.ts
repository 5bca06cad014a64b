import type { PatchOperation } from '@aws-sdk/client-api-gateway'
import { badRequest, type AwsError } from '../lib/aws-error.ts'

/** UpdateStage's sentences, word for word as recorded: missing commas, double spaces and trailing blanks are AWS's. */
const knownPaths =
  '[/deploymentId, /description, /cacheClusterEnabled, /cacheClusterSize, /clientCertificateId, /accessLogSettings, /accessLogSettings/destinationArn, /accessLogSettings/format, /{resourcePath}/{httpMethod}/metrics/enabled, /{resourcePath}/{httpMethod}/logging/dataTrace, /{resourcePath}/{httpMethod}/logging/loglevel, /{resourcePath}/{httpMethod}/throttling/burstLimit/{resourcePath}/{httpMethod}/throttling/rateLimit/{resourcePath}/{httpMethod}/caching/ttlInSeconds, /{resourcePath}/{httpMethod}/caching/enabled, /{resourcePath}/{httpMethod}/caching/dataEncrypted, /{resourcePath}/{httpMethod}/caching/requireAuthorizationForCacheControl, /{resourcePath}/{httpMethod}/caching/unauthorizedCacheControlHeaderStrategy, /*/*/metrics/enabled, /*/*/logging/dataTrace, /*/*/logging/loglevel, /*/*/throttling/burstLimit /*/*/throttling/rateLimit /*/*/caching/ttlInSeconds, /*/*/caching/enabled, /*/*/caching/dataEncrypted, /*/*/caching/requireAuthorizationForCacheControl, /*/*/caching/unauthorizedCacheControlHeaderStrategy, /variables/{variable_name}, /tracingEnabled]'

const knownLeaves =
  '[.../metrics/enabled, .../logging/dataTrace, .../logging/loglevel,.../throttling/burstLimit, .../throttling/rateLimit, .../caching/ttlInSeconds, .../caching/enabled, .../caching/dataEncrypted, .../caching/requireAuthorizationForCacheControl, .../caching/unauthorizedCacheControlHeaderStrategy]'

/** Recorded (test_create_update_stages). */
const invalidPath = (path: string) => badRequest(`Invalid method setting path: ${path}. Must be one of: ${knownPaths}`)

/** From aws-sdk-java#1823: `leaf` is what follows resource and method. */
const invalidLeaf = (leaf: string) => badRequest(`Invalid method setting path: ${leaf}. Must be one of: ${knownLeaves}`)

/** Recorded for every remove that isn't supported and for a key that has no setting. */
export const nothingToRemove = (path: string) =>
  badRequest(
    `Cannot remove method setting ${path.replace(/^\//, '')} because there is no method setting for this method `,
  )

const invalidAccessLogPath = () =>
  badRequest(
    'Invalid accessLogSettings path. Must be one of : [/accessLogSettings/destinationArn, /accessLogSettings/format]',
  )

export const invalidCopy = (path: string, from: string) =>
  badRequest(
    `Invalid copy operation with path: ${path} and from ${from}. Valid copy:path are [/deploymentId, /variables] and valid copy:from are [/canarySettings/deploymentId, /canarySettings/stageVariableOverrides]`,
  )

const verb = /^(\*|ANY|DELETE|GET|HEAD|OPTIONS|PATCH|POST|PUT)$/

/** What UpdateStage answers to an operation that no rule takes. `add`, `move` and `test` share one sentence (guessed). */
export function refuseStagePatch({ op, path = '', from = '' }: PatchOperation, known: object | undefined): AwsError {
  if (op === 'copy') return invalidCopy(path, from)
  if (op === 'remove') return nothingToRemove(path)
  if (/^\/accessLogSettings(\/|$)/.test(path)) return invalidAccessLogPath()
  if (known && op !== 'replace') return badRequest(`Invalid ${op} operation with path: ${path}`)
  const segments = path.split('/').slice(1)
  const isLeaf = segments.length >= 4 && verb.test(segments.at(-3) ?? '')
  return isLeaf ? invalidLeaf(segments.slice(-2).join('/')) : invalidPath(path)
}
