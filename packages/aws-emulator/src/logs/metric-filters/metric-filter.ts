import type { UnitOfWork } from '../../lib/store.ts'
import { filterNotFound } from '../errors.ts'
import { beginStretch, endStretch, type FilterDefinition } from './filter-stretch.ts'

const filterKind = 'metricFilter'

/** A filter as it is now; what it published before is told by its stretches. */
export type MetricFilterRecord = FilterDefinition & { createdAt: number }

const idOf = (group: string, name: string) => `${group}\n${name}`

/** Those of a group, or of all groups. */
export const filtersOf = (unit: UnitOfWork, group?: string): MetricFilterRecord[] =>
  unit.list<MetricFilterRecord>(filterKind, group === undefined ? '' : idOf(group, ''))

export const findFilter = (unit: UnitOfWork, group: string, name: string): MetricFilterRecord | undefined =>
  unit.get<MetricFilterRecord>(filterKind, idOf(group, name))

/** Puts a filter, from `now` on, over the one of its name. World ms. */
export function putFilter(unit: UnitOfWork, filter: MetricFilterRecord, now: number): void {
  endStretch(unit, filter, now)
  unit.put(filterKind, idOf(filter.group, filter.name), filter)
  beginStretch(unit, filter, now)
}

export function deleteFilter(unit: UnitOfWork, group: string, name: string, now: number): void {
  const found = findFilter(unit, group, name)
  if (!found) throw filterNotFound()
  endStretch(unit, found, now)
  unit.delete(filterKind, idOf(group, name))
}

/** A group takes its filters with it (documented for the group's events; of its filters guessed). */
export function deleteFiltersOf(unit: UnitOfWork, group: string, now: number): void {
  for (const { name } of filtersOf(unit, group)) deleteFilter(unit, group, name, now)
}
