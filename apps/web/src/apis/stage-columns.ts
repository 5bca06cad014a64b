import type { ApiView } from '@callboard/shared-types/apis/apis.schemas'
import type { MethodSetting } from '@callboard/shared-types/stages/stages.schemas'
import { environmentOf } from '../lib/environment'
import { plural, share } from '../lib/format'

export type StageColumn = ApiView['stages'][number]

/** What one stage has; null is absent. */
interface Cell {
  value: string | null
  /** What the bare value stands for. */
  note?: string | undefined
  /** It isn't what most of the others have. */
  differs: boolean
}

export interface StageRow {
  group: string
  label: string
  /** One for each stage, in the order of the stages. */
  cells: Cell[]
  /** Not all stages have the same. */
  differs: boolean
}

const order = ['dev', 'test', 'prod']

/** The way a change travels: development first, production last. */
export const stageColumns = (stages: StageColumn[]): StageColumn[] =>
  stages.toSorted(
    (a, b) =>
      order.indexOf(environmentOf(a.stage, a.production)) - order.indexOf(environmentOf(b.stage, b.production)) ||
      a.stage.localeCompare(b.stage, 'en'),
  )

/** The value that more stages have than any other, or undefined where none is ahead. */
function usual(values: (string | null)[]): string | null | undefined {
  const counted = [...Map.groupBy(values, (value) => value)].map(([value, same]) => ({ value, count: same.length }))
  const [first, second] = counted.toSorted((a, b) => b.count - a.count)
  return first && first.count !== second?.count ? first.value : undefined
}

type Read = (stage: StageColumn) => string | null | undefined
type Note = (value: string) => string | undefined

function row(group: string, label: string, stages: StageColumn[], read: Read, note?: Note): StageRow {
  const values = stages.map((stage) => read(stage) || null)
  const common = usual(values)
  const differs = new Set(values).size > 1
  return {
    group,
    label,
    differs,
    cells: values.map((value) => ({
      value,
      note: value === null ? undefined : note?.(value),
      differs: differs && value !== common,
    })),
  }
}

const keysOf = (stages: StageColumn[], read: (stage: StageColumn) => Record<string, string> | undefined) =>
  [...new Set(stages.flatMap((stage) => Object.keys(read(stage) ?? {})))].toSorted((a, b) => a.localeCompare(b, 'en'))

/** What holds for all methods that say nothing else. */
const ofAllMethods = ({ config }: StageColumn): MethodSetting | undefined => config.methodSettings?.['*/*']

const onOff = (on: boolean | undefined) => (on ? 'on' : 'off')

function cacheOf({ config, cacheClusterStatus }: StageColumn): string {
  if (!config.cacheClusterEnabled) return 'off'
  const changing = cacheClusterStatus.endsWith('_IN_PROGRESS') ? `, ${cacheClusterStatus}` : ''
  return `${config.cacheClusterSize ?? '?'} GB${changing}`
}

const settings: [label: string, read: Read][] = [
  ['Logging', (stage) => ofAllMethods(stage)?.loggingLevel ?? 'OFF'],
  ['Request and response data', (stage) => onOff(ofAllMethods(stage)?.dataTraceEnabled)],
  ['Detailed metrics', (stage) => onOff(ofAllMethods(stage)?.metricsEnabled)],
  [
    'Throttle',
    (stage) => {
      const setting = ofAllMethods(stage)
      if (!setting || setting.throttlingRateLimit < 0) return 'as the account'
      return `${setting.throttlingRateLimit}/s, bursts of ${setting.throttlingBurstLimit}`
    },
  ],
  ['Caching', (stage) => (ofAllMethods(stage)?.cachingEnabled ? `${ofAllMethods(stage)!.cacheTtlInSeconds} s` : 'off')],
  [
    'Methods set apart',
    ({ config }) => {
      const count = Object.keys(config.methodSettings ?? {}).filter((key) => key !== '*/*').length
      return count > 0 ? plural(count, 'method') : null
    },
  ],
  ['X-Ray tracing', ({ config }) => onOff(config.tracingEnabled)],
  ['Access log', ({ config }) => config.accessLogSettings?.destinationArn],
  ['Client certificate', ({ config }) => config.clientCertificateId],
  ['Documentation', ({ config }) => config.documentationVersion],
]

/** All that the stages have, a row for each thing; the stages in the order given. */
export function stageRows(stages: StageColumn[], deployments: ApiView['deployments']): StageRow[] {
  const names = new Map(deployments.map(({ id, label, by }) => [id, label && (by ? `${label}, by ${by}` : label)]))
  const named: Note = (id) => names.get(id) ?? undefined
  const canary = ({ config }: StageColumn) => config.canarySettings
  const variables = keysOf(stages, ({ config }) => config.variables)
  const overrides = keysOf(stages, (stage) => canary(stage)?.stageVariableOverrides)
  const tags = keysOf(stages, (stage) => stage.tags)
  const canaryRows = stages.some(canary)
    ? [
        row('Canary', 'Share', stages, (stage) => canary(stage) && share(canary(stage)!.percentTraffic)),
        row('Canary', 'Deployment', stages, (stage) => canary(stage)?.deploymentId, named),
        ...overrides.map((key) => row('Canary', key, stages, (stage) => canary(stage)?.stageVariableOverrides?.[key])),
      ]
    : [row('Canary', 'Canary', stages, () => null)]
  return [
    row('Deployment', 'Live deployment', stages, ({ config }) => config.deploymentId, named),
    row('Deployment', 'Description', stages, ({ config }) => config.description),
    ...variables.map((key) => row('Variables', key, stages, ({ config }) => config.variables?.[key])),
    ...(variables.length === 0 ? [row('Variables', 'Variables', stages, () => null)] : []),
    row('Cache', 'Cluster', stages, cacheOf),
    ...canaryRows,
    ...settings.map(([label, read]) => row('Settings', label, stages, read)),
    ...tags.map((key) => row('Tags', key, stages, (stage) => stage.tags[key])),
    ...(tags.length === 0 ? [row('Tags', 'Tags', stages, () => null)] : []),
  ]
}
