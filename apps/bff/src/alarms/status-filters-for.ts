import type { AlarmEdits } from '@callboard/shared-types/alarms/alarms.schemas'
import { isStatusMetric, type StatusMetric } from '@callboard/shared-types/alarms/status-metrics'
import type { Draft } from '../changes/intent.ts'
import { stageParts, type PartStates } from '../changes/stage-parts.ts'
import type { Present } from '../changes/wish.ts'
import { countedToo, statusFilterOf } from '../aws/status-filter.ts'
import { listFew } from '../lib/list-names.ts'

type Alarms = PartStates['alarms']

interface Counting {
  parts: Partial<Pick<PartStates, 'statusFilters'>>
  warnings: NonNullable<Draft['warnings']>
  refusal: Pick<Draft, 'blocked'>
}

const statusesIn = (metrics: string[]): StatusMetric[] => [...new Set(metrics.filter(isStatusMetric))]
const metricsOf = (alarms: Alarms) => Object.values(alarms).map(({ metric }) => metric)

/** The metric filters that a stage's alarms need once they are as edited: made with the first alarm on a status, gone with the last. */
export async function statusFiltersFor(
  present: Present,
  { before, after, set }: { before: Alarms; after: Alarms; set: AlarmEdits['set'] },
): Promise<Counting> {
  const none: Counting = { parts: {}, warnings: [], refusal: {} }
  if (statusesIn([...metricsOf(before), ...metricsOf(after)]).length === 0) return none
  const there = await stageParts.statusFilters.read(present)
  const needed = statusesIn(metricsOf(after))
  const edited = statusesIn(Object.values(set).map(({ metric }) => metric))
  const filters = Object.fromEntries(
    needed.flatMap((status) => (there[status] ? [[status, there[status]] as const] : [])),
  )
  const warnings: Counting['warnings'] = []
  for (const status of edited) {
    const asked = statusFilterOf(present.address, present.stage.config, status)
    const fields = Object.keys(set).filter((name) => set[name]!.metric === status)
    if ('why' in asked) {
      if (!there[status]) return { ...none, refusal: blocked(asked.why, fields) }
      warnings.push({ code: 'not_counted', text: `${asked.why} Nothing is counted until then.` })
      continue
    }
    const { by, ...filter } = asked
    if (there[status]?.logGroup === filter.logGroup && there[status].pattern === filter.pattern) continue
    const { stages, unknown } = await countedToo(present.connection, present.address, asked)
    if (stages.length > 0) return { ...none, refusal: blocked(mixed(status, filter.logGroup, stages, by), fields) }
    filters[status] = filter
    if (!there[status]) warnings.push({ code: 'custom_metric', text: priceOf(status) })
    if (unknown > 0)
      warnings.push({
        code: 'others_unknown',
        text: `${unknown} of the account’s APIs couldn’t be looked at: one that logs to ${filter.logGroup} too would be counted as well.`,
      })
  }
  return { parts: { statusFilters: filters }, warnings, refusal: {} }
}

/** A custom metric is 0.30 US$ a month in US East (control-plane-limits 4.5, unsure). */
const priceOf = (status: StatusMetric) =>
  `CloudWatch has no metric of ${status}: a metric filter counts it in the access log. It is a custom metric, about 0.30 USD a month, and counts from now on, not the past.`

function mixed(status: StatusMetric, group: string, stages: string[], by: string[]): string {
  const lacking = ['apiId', 'stage'].filter((name) => !by.includes(name)).map((name) => `$context.${name}`)
  return `${group} is the access log of ${listFew(stages)} as well, and the format doesn’t tell them apart: ${status} would count theirs, too. Put ${lacking.join(' and ')} into the format, or give the stage a log group of its own.`
}

const blocked = (reason: string, names: string[]): Pick<Draft, 'blocked'> => ({
  blocked: { rule: 'status_filter', reason, fields: names.map((name) => `alarms.${name}`) },
})
