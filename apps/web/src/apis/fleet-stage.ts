import type { FleetRow } from '@callboard/shared-types/apis/apis.schemas'
import { environmentOf } from '../lib/environment'
import type { FilterSubject } from './fleet-filter'
import { statusWords, type HealthState, type StageStatus } from './stage-status'

/** A row of the table: the stage, its traffic, and what both say together. */
export interface FleetStage {
  /** `connection/apiId/stage` */
  key: string
  connection: string
  /** Of its connection; null where there is only one. */
  colour: string | null
  row: FleetRow
  health: HealthState
  statuses: StageStatus[]
  /** It's failing or unreadable, its cache is changing, or its canary was left alone for long. */
  attention: boolean
}

export const sortKeys = ['api', 'stage', 'status', 'deployment', 'change', 'calls', 'errors', 'p99'] as const
export type SortKey = (typeof sortKeys)[number]
/** A leading minus sorts the other way round. */
export type Sort = SortKey | `-${SortKey}`

export const outside = 'outside Callboard'

export const subjectOf = ({ connection, row, statuses, attention }: FleetStage, favourite: boolean): FilterSubject => ({
  api: row.apiName,
  id: row.apiId,
  stage: row.stage,
  connection,
  deployment: row.deployment?.label ?? row.deployment?.id ?? '',
  by: row.lastChange.by ?? outside,
  statuses: statuses.map(({ word }) => word),
  tags: row.tags,
  is: [...(attention ? ['attention'] : []), ...(favourite ? ['favourite'] : [])],
})

const environments = ['prod', 'test', 'dev']
const rank = ({ row }: FleetStage) => environments.indexOf(environmentOf(row.stage, row.production))
const figures = ({ health }: FleetStage) => (typeof health === 'object' ? health : null)

const keys: Record<SortKey, (stage: FleetStage) => string | number | null> = {
  api: ({ row }) => row.apiName.toLowerCase(),
  stage: rank,
  status: ({ statuses }) => (statuses[0] ? statusWords.indexOf(statuses[0].word) : statusWords.length),
  deployment: ({ row }) => (row.deployment?.createdAt ? -Date.parse(row.deployment.createdAt) : null),
  change: ({ row }) => -Date.parse(row.lastChange.at),
  calls: (stage) => figures(stage)?.callsPerMinute ?? null,
  errors: (stage) => figures(stage)?.errorRate ?? null,
  p99: (stage) => figures(stage)?.p99Ms ?? null,
}

const { compare: alphabetical } = new Intl.Collator('en')

function compare(a: string | number | null, b: string | number | null): number {
  if (a === b) return 0
  return typeof a === 'string' && typeof b === 'string' ? alphabetical(a, b) : Number(a) - Number(b)
}

/** By one column, then by API and environment. What has no figure comes last, either way. */
export function sortStages(stages: FleetStage[], sort: Sort): FleetStage[] {
  const down = sort.startsWith('-')
  const key = keys[sort.replace('-', '') as SortKey]
  // Each name is weighed once, not in each of the many comparisons of its stages.
  const names = [...new Set(stages.map(keys.api))].toSorted(compare)
  const places = new Map(names.map((name, index) => [name, index]))
  const weighed = stages.map((stage) => ({
    stage,
    key: key === keys.api ? 0 : key(stage),
    name: places.get(keys.api(stage))! * (key === keys.api && down ? -1 : 1),
    rank: rank(stage),
  }))
  const byName = (a: (typeof weighed)[number], b: (typeof weighed)[number]) =>
    a.name - b.name ||
    compare(a.stage.row.apiId, b.stage.row.apiId) ||
    a.rank - b.rank ||
    compare(a.stage.row.stage, b.stage.row.stage)
  return weighed
    .toSorted((a, b) => {
      if (a.key === null || b.key === null) return a.key === b.key ? byName(a, b) : a.key === null ? 1 : -1
      return (down ? -1 : 1) * compare(a.key, b.key) || byName(a, b)
    })
    .map(({ stage }) => stage)
}
