import type { StageTarget } from '@callboard/shared-types/changes/plan.schemas'
import { alarmInput, valuesOf, type AlarmValues } from '../aws/alarm-values.ts'
import { fetchAlarms, isOfStage } from '../aws/alarms.reader.ts'
import { fetchRetention } from '../aws/log-groups.reader.ts'
import { readRestApi } from '../aws/rest-apis.reader.ts'
import { fetchStatusFilters } from '../aws/status-filters.reader.ts'
import type { StatusFilter } from '../aws/status-metric.ts'
import { leafChanges } from '../aws/stage-leaves.ts'
import { stageArn } from '../aws/tag-patch.ts'
import type { Present } from './wish.ts'
import { deleteAlarms, putMetricAlarm, setRetention } from './operations.ts'
import type { PartStep } from './part-step.ts'
import { statusFilterSteps } from './status-filter-steps.ts'
import { tagSteps } from './tag-steps.ts'

/** What belongs to a stage without being in its config, by name, as a change's states carry it. */
export interface PartStates {
  tags: Record<string, string>
  /** The CloudWatch alarms on the stage that are on one plain metric, by name. */
  alarms: Record<string, AlarmValues>
  /** The metric filters that count statuses for alarms, by status. */
  statusFilters: Record<string, StatusFilter>
  /** In days, by log group; what is kept for ever isn't here. */
  logRetention: Record<string, number>
}

/** How one part is read, and turned from one state into another. */
interface Part<S> {
  /** As it is this moment, past every cache. */
  read(present: Present): Promise<S>
  /** The calls that lead from one state to the other, each with what it should leave. */
  steps(target: StageTarget, before: S, after: S): PartStep<S>[]
}

export const stageParts: { [Name in keyof PartStates]: Part<PartStates[Name]> } = {
  tags: {
    read: async ({ stage }) => stage.tags,
    steps: (target, before, after) => tagSteps(stageArn(target.region, target.apiId, target.stage), before, after),
  },
  statusFilters: {
    read: ({ connection, address, stage }) => fetchStatusFilters(connection, address, stage),
    steps: statusFilterSteps,
  },
  alarms: {
    async read({ connection, address }) {
      const { name } = await readRestApi(connection, address.apiId)
      const ours = (await fetchAlarms(connection, 'write')).filter((alarm) =>
        isOfStage(alarm, { ...address, apiName: name }),
      )
      const values = ours.map((alarm) => [alarm.AlarmName!, valuesOf(alarm)] as const)
      return Object.fromEntries(values.filter((entry): entry is [string, AlarmValues] => entry[1] !== null))
    },
    steps(target, before, after) {
      let standing = before
      const set = Object.entries(after).flatMap(([name, values]) => {
        if (before[name] && leafChanges(before[name], values).length === 0) return []
        standing = { ...standing, [name]: values }
        return [{ operation: putMetricAlarm(alarmInput(target, name, values)), after: standing }]
      })
      const gone = Object.keys(before).filter((name) => !Object.hasOwn(after, name))
      return gone.length > 0 ? [...set, { operation: deleteAlarms(gone), after }] : set
    },
  },
  logRetention: {
    read: ({ connection, address, stage }) => fetchRetention(connection, address.apiId, stage),
    steps(_target, before, after) {
      const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
      let standing = before
      return names
        .filter((name) => before[name] !== after[name])
        .map((name) => {
          const { [name]: _, ...others } = standing
          const days = after[name]
          standing = days === undefined ? others : { ...others, [name]: days }
          return { operation: setRetention(name, days), after: standing }
        })
    },
  },
}

export const partNames = Object.keys(stageParts) as (keyof PartStates)[]
