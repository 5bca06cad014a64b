import { toInstant } from '@callboard/shared-types/lib/instant'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { AlarmRule, Comparison, Rehearsal } from '@callboard/shared-types/alarms/alarms.schemas'
import type { AskingCost } from '@callboard/shared-types/metrics/metrics.schemas'
import { isStatusMetric } from '@callboard/shared-types/alarms/status-metrics'
import { metricUsd } from '../aws/metric-price.ts'
import type { Window } from '../aws/metric-window.ts'
import { readRestApi } from '../aws/rest-apis.reader.ts'
import { readStage } from '../aws/stages.reader.ts'
import type { Ctx } from '../lib/context.ts'
import { readStatusCounts } from './status-counts.ts'
import { readTwoWeeks, type Points } from './two-weeks.ts'

/** @throws not_found */
export async function rehearse(
  ctx: Ctx,
  { rule, ...address }: StageAddress & { rule: AlarmRule },
  leaving?: AbortSignal,
): Promise<Rehearsal> {
  const connection = ctx.connections.get(address.connection)
  const { name: apiName } = await readRestApi(connection, address.apiId)
  const stage = await readStage(connection, address.apiId, address.stage)
  const { metric } = rule
  const nowMs = ctx.clocks.worldMs()
  const asked = isStatusMetric(metric) ? { ...rule, ...everyCall } : { ...rule, metric }
  const { window, points } = await readTwoWeeks(connection, { apiName, stage: address.stage }, [asked], nowMs)
  if (!isStatusMetric(metric)) return rehearsalOf(points[0]!, rule, window)
  const counts = await readStatusCounts(connection, address, stage, {
    status: metric,
    window,
    calls: points[0]!,
    nowMs,
    leaving,
  })
  if ('points' in counts) return rehearsalOf(counts.points, rule, window, counts.usd)
  return { ...rehearsalOf([], rule, window), unknown: counts }
}

/** What tells whether anybody called. */
export const everyCall = { metric: 'Count', statistic: 'SampleCount' } as const

/** @param insightsUsd what it cost to count in the log, where that was needed */
export const rehearsalOf = (points: Points, rule: AlarmRule, window: Window, insightsUsd = 0): Rehearsal => ({
  from: toInstant(window.fromMs),
  to: toInstant(window.toMs),
  firings: firingsOf(points, rule).map(([first, end]) => ({
    from: toInstant(window.fromMs + first * rule.periodSeconds * 1_000),
    to: toInstant(window.fromMs + end * rule.periodSeconds * 1_000),
  })),
  points: points.filter((value) => value !== null).length,
  cost: costOf(1, insightsUsd),
  unknown: null,
})

/** Two weeks are asked for anew in the next hour. @param insightsUsd what it cost to count in the log, where that was needed */
export const costOf = (metrics: number, insightsUsd: number): AskingCost => ({
  metrics,
  usd: metrics * metricUsd + insightsUsd,
  ...(insightsUsd > 0 && { logUsd: insightsUsd }),
  everySeconds: 3_600,
})

const breaches: Record<Comparison, (value: number, threshold: number) => boolean> = {
  GreaterThanThreshold: (value, threshold) => value > threshold,
  GreaterThanOrEqualToThreshold: (value, threshold) => value >= threshold,
  LessThanThreshold: (value, threshold) => value < threshold,
  LessThanOrEqualToThreshold: (value, threshold) => value <= threshold,
}

type Judged = Pick<AlarmRule, 'comparison' | 'threshold' | 'evaluationPeriods' | 'datapointsToAlarm' | 'missingData'>

/**
 * The stretches in which M of the last N points were beyond the threshold, as first point and the one after the last.
 * A missing point counts as the rule says; with `ignore` a window without any keeps the state, with `missing` it ends it.
 */
export function firingsOf(points: Points, rule: Judged): [first: number, end: number][] {
  const { comparison, threshold, evaluationPeriods, datapointsToAlarm, missingData } = rule
  const isBeyond = points.map((value) =>
    value === null ? missingData === 'breaching' : breaches[comparison](value, threshold),
  )
  const firings: [number, number][] = []
  let [beyond, known, firing] = [0, 0, false]
  points.forEach((value, at) => {
    const left = at - evaluationPeriods
    beyond += Number(isBeyond[at]) - Number(left >= 0 && isBeyond[left])
    known += Number(value !== null) - Number(left >= 0 && points[left] !== null)
    const fires = known === 0 && missingData === 'ignore' ? firing : beyond >= datapointsToAlarm
    if (fires && !firing) firings.push([at, at + 1])
    if (fires) firings.at(-1)![1] = at + 1
    firing = fires
  })
  return firings
}
