import { dateOf } from '../../lib/clock.ts'
import { javaInstant, type AlarmState } from './alarm-record.ts'
import { comparisons } from './comparison.ts'
import type { Decision, Judgement } from './decide-state.ts'
import type { AlarmPlan } from './plan-alarm.ts'

/** The state that a decision leads to, in AWS's words as they are seen in its notifications. */
export function stateOf(plan: AlarmPlan, decision: Decision, evaluatedAt: number): AlarmState {
  return {
    value: decision.state,
    reason: decision.state === 'INSUFFICIENT_DATA' ? unknown(plan.judgement) : crossed(plan, decision, evaluatedAt),
    data: JSON.stringify(reasonData(plan, decision, evaluatedAt)),
  }
}

function unknown({ evaluationPeriods }: Judgement): string {
  return `Insufficient Data: ${counted(evaluationPeriods, 'datapoint was', 'datapoints were')} unknown.`
}

function crossed(plan: AlarmPlan, { state, looked, filled }: Decision, evaluatedAt: number): string {
  const { missing } = plan.judgement
  const treatedAs = `[${missing === 'breaching' ? 'Breaching' : 'NonBreaching'}]`
  if (looked.length === 0) {
    const missed = counted(filled, 'missing datapoint was', 'missing datapoints were')
    return `Threshold Crossed: no datapoints were received for ${counted(filled, 'period', 'periods')} and ${missed} treated as ${treatedAs}.`
  }
  const { evaluationPeriods, datapointsToAlarm, isBreaching } = plan.judgement
  const telling = looked.filter(({ value }) => isBreaching(value) === (state === 'ALARM'))
  const shown = telling.map(
    ({ value, age }) => `${asDouble(value)} (${shortInstant(evaluatedAt - (age + 1) * plan.periodMs)})`,
  )
  const verb = `${telling.length === 1 ? 'was' : 'were'} ${state === 'ALARM' ? '' : 'not '}`
  const words = comparisons[plan.operator]?.words
  const need = state === 'ALARM' ? datapointsToAlarm : evaluationPeriods - datapointsToAlarm + 1
  const from = state === 'ALARM' ? 'OK -> ALARM' : 'ALARM -> OK'
  return (
    `Threshold Crossed: ${telling.length} out of the last ${evaluationPeriods} datapoints [${shown.join(', ')}] ` +
    `${verb}${words} the threshold (${asDouble(plan.threshold)}) ` +
    `(minimum ${counted(need, 'datapoint', 'datapoints')} for ${from} transition).`
  )
}

function reasonData({ periodMs, threshold, stat }: AlarmPlan, { looked }: Decision, evaluatedAt: number) {
  const oldestFirst = looked.toReversed().map(({ value, age }) => ({ value, at: evaluatedAt - (age + 1) * periodMs }))
  const [oldest] = oldestFirst
  return {
    version: '1.0',
    queryDate: javaInstant(evaluatedAt),
    ...(oldest ? { startDate: javaInstant(oldest.at) } : {}),
    ...(stat === undefined ? {} : { statistic: stat }),
    period: periodMs / 1000,
    recentDatapoints: oldestFirst.map(({ value }) => value),
    threshold,
    evaluatedDatapoints: oldestFirst.toReversed().map(({ value, at }) => ({ timestamp: javaInstant(at), value })),
  }
}

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

/** `1.0`, as Java prints numbers. */
const asDouble = (value: number) => (Number.isInteger(value) ? value.toFixed(1) : String(value))

/** `15/01/26 12:00:00`, in UTC. */
function shortInstant(instant: number): string {
  const date = dateOf(instant / 1000)
  const two = (number: number) => String(number).padStart(2, '0')
  const day = [date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear() % 100].map(two).join('/')
  return `${day} ${[date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':')}`
}
