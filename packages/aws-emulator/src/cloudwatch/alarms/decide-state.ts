import type { StateValue } from '@aws-sdk/client-cloudwatch'

/** How an alarm judges its datapoints: M (`datapointsToAlarm`) of the last N (`evaluationPeriods`). */
export type Judgement = {
  evaluationPeriods: number
  datapointsToAlarm: number
  missing: 'missing' | 'ignore' | 'breaching' | 'notBreaching'
  isBreaching(value: number): boolean
}

/** The values that were looked at, newest first, and how many missing ones had to be filled in. */
export type Decision = { state: StateValue; looked: Looked[]; filled: number; breaching: number }

export type Looked = { value: number; age: number }

/** More points are read than are judged, so that a late one isn't missed. By the examples of AWS's documentation it is two. */
export const evaluationRange = (evaluationPeriods: number) => evaluationPeriods + 2

/**
 * Decides by the rules of "Configuring how CloudWatch alarms treat missing data" (documented, with its two tables):
 * real points come first; missing ones are filled in only where there are too few. `points` is newest first, and
 * undefined where there is none.
 */
export function decideState(points: (number | undefined)[], judgement: Judgement, current: StateValue): Decision {
  const { evaluationPeriods, missing, isBreaching } = judgement
  const real = points.flatMap((value, age) => (value === undefined ? [] : [{ value, age }])).slice(0, evaluationPeriods)
  const breaching = real.filter(({ value }) => isBreaching(value)).length
  const filled = evaluationPeriods - real.length
  const decided = { looked: real, filled, breaching }
  if (real.length === 0) return { ...decided, state: withoutData(missing, current) }
  const need = judgement.datapointsToAlarm
  if (missing === 'breaching' || missing === 'notBreaching' || filled === 0) {
    const counted = breaching + (missing === 'breaching' ? filled : 0)
    return { ...decided, state: counted >= need ? 'ALARM' : 'OK' }
  }
  // Too few points, and none may be made up: all that there are must breach, and the oldest be old enough.
  const allBreach = breaching >= Math.min(need, real.length)
  if (!allBreach) return { ...decided, state: 'OK' }
  if (breaching >= need) return { ...decided, state: 'ALARM' }
  const oldest = real.at(-1)?.age ?? 0
  return { ...decided, state: missing === 'missing' && oldest + 1 >= need ? 'ALARM' : current }
}

function withoutData(missing: Judgement['missing'], current: StateValue): StateValue {
  if (missing === 'breaching') return 'ALARM'
  if (missing === 'notBreaching') return 'OK'
  return missing === 'ignore' ? current : 'INSUFFICIENT_DATA'
}
