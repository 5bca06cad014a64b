import { toInstant } from '@callboard/shared-types/lib/instant'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { AlarmRule, Comparison, Rehearsal } from '@callboard/shared-types/alarms/alarms.schemas'
import { metricUsd } from '../aws/metric-price.ts'
import type { Window } from '../aws/metric-window.ts'
import { readRestApi } from '../aws/rest-apis.reader.ts'
import { readStage } from '../aws/stages.reader.ts'
import type { Ctx } from '../lib/context.ts'
import { readTwoWeeks, type Points } from './two-weeks.ts'

/** @throws not_found */
export async function rehearse(ctx: Ctx, { rule, ...address }: StageAddress & { rule: AlarmRule }): Promise<Rehearsal> {
  const connection = ctx.connections.get(address.connection)
  const { name: apiName } = await readRestApi(connection, address.apiId)
  await readStage(connection, address.apiId, address.stage)
  const place = { apiName, stage: address.stage }
  const { window, points } = await readTwoWeeks(connection, place, [rule], ctx.clocks.worldMs())
  return rehearsalOf(points[0]!, rule, window)
}

export const rehearsalOf = (points: Points, rule: AlarmRule, window: Window): Rehearsal => ({
  from: toInstant(window.fromMs),
  to: toInstant(window.toMs),
  firings: firingsOf(points, rule).map(([first, end]) => ({
    from: toInstant(window.fromMs + first * rule.periodSeconds * 1_000),
    to: toInstant(window.fromMs + end * rule.periodSeconds * 1_000),
  })),
  points: points.filter((value) => value !== null).length,
  cost: { metrics: 1, usd: metricUsd, everySeconds: 3_600 },
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
