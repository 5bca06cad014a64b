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

const collator = new Intl.Collator('en')

function compare(a: string | number | null, b: string | number | null): number {
  if (a === b) return 0
  return typeof a === 'string' && typeof b === 'string' ? collator.compare(a, b) : Number(a) - Number(b)
}

/** By one column, then by API and environment. What has no figure comes last, either way. */
export function sortStages(stages: FleetStage[], sort: Sort): FleetStage[] {
  const down = sort.startsWith('-')
  const key = keys[sort.replace('-', '') as SortKey]
  const byName = (a: FleetStage, b: FleetStage) =>
    compare(keys.api(a), keys.api(b)) ||
    compare(a.row.apiId, b.row.apiId) ||
    rank(a) - rank(b) ||
    compare(a.row.stage, b.row.stage)
  return stages.toSorted((a, b) => {
    const [x, y] = [key(a), key(b)]
    if (x === null || y === null) return x === y ? byName(a, b) : x === null ? 1 : -1
    return (down ? -1 : 1) * compare(x, y) || byName(a, b)
  })
}
