import type { FieldChange } from '@callboard/shared-types/changes/plan.schemas'
import type { MethodSetting } from '@callboard/shared-types/stages/stages.schemas'
import { readableMethod } from '../aws/method-key.ts'
import { planMethodOf } from '../aws/plan-config.ts'
import { settingOf } from '../aws/method-settings.ts'
import { leafChanges, type LeafChange } from '../aws/stage-leaves.ts'
import { isAbsent } from './absent.ts'

const labels: Record<string, string> = {
  deploymentId: 'Deployment',
  description: 'Description',
  documentationVersion: 'Documentation version',
  clientCertificateId: 'Client certificate',
  cacheClusterEnabled: 'Cache cluster',
  cacheClusterSize: 'Cache size (GB)',
  tracingEnabled: 'X-Ray tracing',
  'accessLogSettings.destinationArn': 'Access log destination',
  'accessLogSettings.format': 'Access log format',
  'canarySettings.deploymentId': 'Canary deployment',
  'canarySettings.percentTraffic': 'Canary share (%)',
  'canarySettings.useStageCache': 'Canary uses the stage cache',
}

const planLabels: Record<string, string> = {
  name: 'Name',
  enabled: 'Enabled',
  customerId: 'Marketplace customer',
  productCode: 'Marketplace product',
  'throttle.rateLimit': 'Calls a second',
  'throttle.burstLimit': 'Burst',
  'quota.limit': 'Quota',
  'quota.period': 'Quota counts by',
  'quota.offset': 'Quota begins on day (from 0)',
}

const limitLabels: Record<string, string> = { rateLimit: 'calls a second', burstLimit: 'burst' }

const methodLabels: Record<string, string> = {
  metricsEnabled: 'detailed metrics',
  loggingLevel: 'logging level',
  dataTraceEnabled: 'full request and response logging',
  throttlingBurstLimit: 'burst',
  throttlingRateLimit: 'calls a second',
  cachingEnabled: 'caching',
  cacheTtlInSeconds: 'time to live (s)',
  cacheDataEncrypted: 'cache encrypted',
  requireAuthorizationForCacheControl: 'permission to refresh the cache',
  unauthorizedCacheControlHeaderStrategy: 'refresh without permission',
}

const alarmLabels: Record<string, string> = {
  metric: 'metric',
  statistic: 'statistic',
  route: 'route',
  comparison: 'comparison',
  threshold: 'threshold',
  periodSeconds: 'period (s)',
  evaluationPeriods: 'periods looked at',
  datapointsToAlarm: 'periods beyond to fire',
  missingData: 'a period without data',
  lowSamples: 'too few calls for a percentile',
  description: 'description',
  actionsEnabled: 'actions',
  alarmActions: 'told when it fires',
  okActions: 'told when it is over',
  noDataActions: 'told when data lacks',
}

const filterLabels: Record<string, string> = { logGroup: 'in log group', pattern: 'lines that match' }

/** `/pets/GET` as `GET /pets`. */
function readablePlanMethod(key: string): string {
  const { path, method } = planMethodOf(key)
  return `${method} ${path}`
}

/** What a person calls a field. */
export function labelOf(path: string[]): string {
  const known = labels[path.join('.')] ?? planLabels[path.join('.')]
  if (known) return known
  if (path[0] === 'deployments') return `Deployment ${path[1]}`
  if (path[0] === 'alarms') return `Alarm ${path[1]} · ${alarmLabels[path[2]!] ?? path[2]}`
  if (path[0] === 'statusFilters') return `Count of ${path[1]} · ${filterLabels[path[2]!] ?? path[2]}`
  if (path[0] === 'logRetention') return `Days kept of ${path[1]}`
  if (path[0] === 'plans') return `In usage plan ${path[1]}`
  if (path[0] === 'stages' && path[2] === 'attached') return `Stage ${path[1]}`
  if (path[0] === 'stages' && path[2] === 'methods')
    return `${readablePlanMethod(path[3]!)} of ${path[1]} · ${limitLabels[path[4]!] ?? path[4]}`
  if (path[0] === 'tags') return `Tag ${path[1]}`
  if (path[0] === 'variables') return `Variable ${path[1]}`
  if (path[1] === 'stageVariableOverrides') return `Canary variable ${path[2]}`
  if (path[0] === 'methodSettings') return `${readableMethod(path[1]!)} · ${methodLabels[path[2]!] ?? path[2]}`
  return path.join(' ')
}

/** The fields in which two configs differ, as a person reads them. */
export const fieldChanges = (
  before: object,
  after: object,
  notes?: (field: string, value: string) => string | undefined,
): FieldChange[] =>
  leafChanges(before, after).map((change) => ({
    ...readable(change, notes),
    ...(change.path[0] === 'methodSettings' && inForceOf(before, after, change)),
  }))

/** What holds for the method where an override's leaf isn't there, and whether it's the same with it. */
function inForceOf(before: object, after: object, change: LeafChange): Partial<FieldChange> {
  const [, key, leaf] = change.path as ['methodSettings', string, keyof MethodSetting]
  if (change.before !== undefined && change.after !== undefined) return {}
  if (isAbsent(before) || isAbsent(after)) return {}
  const [was, will] = [before, after].map((config) => settingOf(config, key)[leaf])
  return {
    ...(change.before === undefined && { beforeNote: `${was}, not its own` }),
    ...(change.after === undefined && { afterNote: `${will}, not its own` }),
    ...(was === will && { sameInForce: true }),
  }
}

function readable(
  { field, path, before, after }: LeafChange,
  notes?: (field: string, value: string) => string | undefined,
) {
  const text = (value: LeafChange['before']) => (value === undefined ? null : String(value))
  const note = (value: LeafChange['before']) => (value === undefined ? undefined : notes?.(field, String(value)))
  return {
    field,
    label: labelOf(path),
    before: text(before),
    after: text(after),
    beforeNote: note(before),
    afterNote: note(after),
  }
}
