import type { StageTarget } from '@callboard/shared-types/changes/plan.schemas'
import type { StatusFilter } from '../aws/status-metric.ts'
import { deleteStatusFilter, putStatusFilter } from './operations.ts'
import type { PartStep } from './part-step.ts'

type Filters = Record<string, StatusFilter>

/** Filters are put before the alarms on them, and go after them. */
export function statusFilterSteps(target: StageTarget, before: Filters, after: Filters): PartStep<Filters>[] {
  let standing = before
  const put = Object.entries(after).flatMap(([status, filter]): PartStep<Filters>[] => {
    const present = before[status]
    if (present?.logGroup === filter.logGroup && present.pattern === filter.pattern) return []
    standing = { ...standing, [status]: filter }
    return [{ operation: putStatusFilter(target, status, filter), after: standing }]
  })
  const gone = Object.entries(before).flatMap(([status, filter]): PartStep<Filters>[] => {
    // One that counts in another group from now on leaves the old one.
    if (after[status]?.logGroup === filter.logGroup) return []
    if (!after[status]) standing = Object.fromEntries(Object.entries(standing).filter(([name]) => name !== status))
    return [{ operation: deleteStatusFilter(target, status, filter), after: standing, late: true }]
  })
  return [...put, ...gone]
}

/** Filters that alarms go on needing stay, whoever made them first: an undo may not take them from a later alarm. */
export function keepNeeded(before: Filters, wanted: Filters, alarms: Record<string, { metric: string }>): Filters {
  const needed = new Set(Object.values(alarms).map(({ metric }) => metric))
  return { ...Object.fromEntries(Object.entries(before).filter(([status]) => needed.has(status))), ...wanted }
}
