import type { MetricTransformation } from '@aws-sdk/client-cloudwatch-logs'
import type { UnitOfWork } from '../../lib/store.ts'

/** What a filter is put with. */
export type FilterDefinition = { group: string; name: string; pattern: string; transformation: MetricTransformation }

export const stretchKind = 'metricFilterStretch'

/**
 * A time in which a filter was as it was. Events that come within it are published; what was published stays when the
 * filter is changed or deleted. World ms; `to` is out, and absent while it goes on.
 */
export type FilterStretch = {
  id: string
  group: string
  pattern: string
  transformation: MetricTransformation
  from: number
  to?: number
}

const prefixOf = ({ group, name }: FilterDefinition) => `${group}\n${name}\n`

export function beginStretch(unit: UnitOfWork, filter: FilterDefinition, from: number): void {
  const { group, pattern, transformation } = filter
  const id = `${prefixOf(filter)}${unit.ids(stretchKind, prefixOf(filter)).length}`
  unit.put(stretchKind, id, { id, group, pattern, transformation, from } satisfies FilterStretch)
}

export function endStretch(unit: UnitOfWork, filter: FilterDefinition, to: number): void {
  const open = unit.list<FilterStretch>(stretchKind, prefixOf(filter)).find((stretch) => stretch.to === undefined)
  if (open) unit.put(stretchKind, open.id, { ...open, to })
}
