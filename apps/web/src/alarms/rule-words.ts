import type { AlarmRule, AlarmState, Comparison, MissingData } from '@callboard/shared-types/alarms/alarms.schemas'
import { isStatusMetric } from '@callboard/shared-types/alarms/status-metrics'
import { count, duration, percent, period } from '../lib/format'

export const metricNames: Record<AlarmRule['metric'], string> = {
  '5XXError': '5XX',
  '4XXError': '4XX',
  Count: 'Calls',
  Latency: 'Latency',
  IntegrationLatency: 'Integration latency',
  CacheHitCount: 'Cache hits',
  CacheMissCount: 'Cache misses',
  '429': '429 (throttled)',
  '502': '502 (bad gateway)',
  '503': '503 (unavailable)',
  '504': '504 (timed out)',
}

export const comparisonWords: Record<Comparison, string> = {
  GreaterThanThreshold: 'above',
  GreaterThanOrEqualToThreshold: 'at or above',
  LessThanThreshold: 'below',
  LessThanOrEqualToThreshold: 'at or below',
}

export const missingWords: Record<MissingData, string> = {
  notBreaching: 'counts as fine',
  breaching: 'counts as beyond the threshold',
  ignore: 'leaves the alarm as it is',
  missing: 'makes the alarm say: insufficient data',
}

/** A metric's ones and zeros have an average that is a rate, 0 to 1. */
export const isRate = ({ metric, statistic }: Pick<AlarmRule, 'metric' | 'statistic'>): boolean =>
  statistic === 'Average' && !metric.endsWith('Latency') && metric !== 'Count' && !isStatusMetric(metric)

const isTime = ({ metric, statistic }: Pick<AlarmRule, 'metric' | 'statistic'>): boolean =>
  metric.endsWith('Latency') && statistic !== 'SampleCount'

/** `5XX rate above 2 % for 3 of 5 × 5 min` */
export function ruleInWords(rule: AlarmRule): string {
  const { metric, statistic, route, comparison, threshold, datapointsToAlarm, evaluationPeriods, periodSeconds } = rule
  const what = isStatusMetric(metric)
    ? `${metric} answers`
    : isRate(rule)
      ? `${metricNames[metric]} rate`
      : `${metricNames[metric]} (${statistic})`
  const value = isRate(rule) ? percent(threshold) : isTime(rule) ? duration(threshold) : count(threshold)
  const spell =
    evaluationPeriods === 1
      ? `for ${period(periodSeconds)}`
      : `for ${datapointsToAlarm} of ${evaluationPeriods} × ${period(periodSeconds)}`
  return `${what}${route ? ` of ${route}` : ''} ${comparisonWords[comparison]} ${value} ${spell}`
}

export const stateWords: Record<
  AlarmState,
  { text: string; icon: 'ok' | 'bad' | 'unknown'; tone: 'ok' | 'bad' | 'off' }
> = {
  OK: { text: 'OK', icon: 'ok', tone: 'ok' },
  ALARM: { text: 'In alarm', icon: 'bad', tone: 'bad' },
  INSUFFICIENT_DATA: { text: 'Insufficient data', icon: 'unknown', tone: 'off' },
}
