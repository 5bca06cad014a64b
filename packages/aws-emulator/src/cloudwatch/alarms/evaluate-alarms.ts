import type { Emulator } from '../../emulator.ts'
import { UnitOfWork, type Place } from '../../lib/store.ts'
import { worldRow } from '../../world/kept-world.ts'
import { evaluateQuery } from '../evaluate-queries.ts'
import { pointSourceOf } from '../point-source.ts'
import { readPoints, type PointSource } from '../read-points.ts'
import { alarmKind, alarmsOf, changeState, putAlarm, type AlarmRecord } from './alarm-record.ts'
import { decideState, evaluationRange } from './decide-state.ts'
import { planAlarm, type AlarmPlan } from './plan-alarm.ts'
import { stateOf } from './state-reason.ts'

const minuteMs = 60_000
/** How far back evaluations are made up for: when the clock leaps further, what was before stays unknown. */
const longestGapMs = 2 * 24 * 60 * minuteMs

/** Plans by their definition, which is never changed in place. */
const plans = new WeakMap<object, AlarmPlan>()

/** Evaluates the alarms of a place at every full minute since they last were, up to what has been published. */
export function evaluateAlarms(emulator: Emulator, place: Place): void {
  const now = emulator.clock.now()
  const told = emulator.traffic.settledUntil()
  const minute = told - (told % minuteMs)
  const unit = new UnitOfWork(emulator.store, place)
  const due = alarmsOf(unit).filter((alarm) => evaluatedUntil(emulator, place, alarm) < minute)
  if (due.length === 0) return
  const source = pointSourceOf({ emulator, place, now })
  for (const alarm of due) {
    let current = alarm
    const from = Math.max(evaluatedUntil(emulator, place, alarm), minute - longestGapMs)
    for (let at = from + minuteMs; at <= minute; at += minuteMs) current = evaluateOnce(unit, source, current, at)
    if (current !== alarm) putAlarm(unit, { ...current, evaluatedUntil: minute })
    emulator.evaluatedAlarms.set(keyOf(place, alarm), minute)
  }
  unit.commit([worldRow(emulator)])
}

export function evaluateAllAlarms(emulator: Emulator): void {
  for (const place of emulator.store.places()) {
    if (emulator.store.list(place, alarmKind).length > 0) evaluateAlarms(emulator, place)
  }
}

const keyOf = ({ account, region }: Place, { definition }: AlarmRecord) =>
  `${account}/${region}/${definition.AlarmName}`

/** Only changes are written down; in between it is remembered how far one has come. */
const evaluatedUntil = ({ evaluatedAlarms }: Emulator, place: Place, alarm: AlarmRecord): number =>
  Math.max(alarm.evaluatedUntil, evaluatedAlarms.get(keyOf(place, alarm)) ?? 0)

function evaluateOnce(unit: UnitOfWork, source: PointSource, alarm: AlarmRecord, at: number): AlarmRecord {
  const { definition, state } = alarm
  const plan = plans.get(definition) ?? planAlarm(definition)
  plans.set(definition, plan)
  const decision = decideState(pointsOf(source, plan, at), plan.judgement, state.value)
  if (decision.state === state.value || isUntold(source, plan, at)) return alarm
  return changeState(unit, alarm, stateOf(plan, decision, at), at)
}

/** The values of the periods that end at the instant, newest first. */
function pointsOf(source: PointSource, { queries, judged, periodMs, judgement }: AlarmPlan, at: number) {
  const length = evaluationRange(judgement.evaluationPeriods)
  const from = at - length * periodMs
  const [series] = evaluateQuery(source, queries, { from, to: at }, judged)
  const points = Array.from<number | undefined>({ length })
  series?.at.forEach((instant, index) => {
    points[Math.floor((at - 1 - instant) / periodMs)] = series.values[index]
  })
  return points
}

/** Too few samples for the percentile in the newest periods. */
function isUntold(source: PointSource, { judged, periodMs, judgement, enoughSamples }: AlarmPlan, at: number): boolean {
  if (enoughSamples === 0 || judged.kind !== 'stat') return false
  const from = at - judgement.evaluationPeriods * periodMs
  const { values } = readPoints(source, { ...judged, stat: 'SampleCount' }, from, at)
  return values.some((count) => count < enoughSamples)
}
