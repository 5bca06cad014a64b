import type { MetricAlarm } from '@aws-sdk/client-cloudwatch'
import { AlarmRule } from '@callboard/shared-types/alarms/alarms.schemas'
import { isStatusMetric } from '@callboard/shared-types/alarms/status-metrics'
import type { AlarmPlace } from './alarms.reader.ts'
import { routeOf } from './route-name.ts'
import { dimensionsOf } from './metrics.reader.ts'
import { statusMetricName, statusNamespace } from './status-metric.ts'

/** An alarm as a change's states carry it: plain values only; lists with blanks between. */
export interface AlarmValues {
  metric: string
  statistic: string
  route: string
  comparison: string
  threshold: number
  periodSeconds: number
  evaluationPeriods: number
  datapointsToAlarm: number
  missingData: string
  lowSamples: string
  description: string
  actionsEnabled: boolean
  alarmActions: string
  okActions: string
  noDataActions: string
}

/** @returns null for an alarm that isn't on one plain metric, such as one with metric math or with a unit */
export function valuesOf(alarm: MetricAlarm): AlarmValues | null {
  const statistic = alarm.ExtendedStatistic ?? alarm.Statistic
  const dimensions = new Map((alarm.Dimensions ?? []).map(({ Name = '', Value = '' }) => [Name, Value]))
  const [resource, method] = [dimensions.get('Resource'), dimensions.get('Method')]
  const status = alarm.Namespace === statusNamespace ? alarm.MetricName?.split('/').at(-1) : undefined
  const whole =
    dimensions.size === (status ? 0 : 2)
      ? ''
      : resource && method && dimensions.size === 4
        ? `${method} ${resource}`
        : null
  if (alarm.Metrics || alarm.Unit || !alarm.MetricName || !statistic || !alarm.Period || whole === null) return null
  return {
    metric: status ?? alarm.MetricName,
    statistic,
    route: whole,
    comparison: alarm.ComparisonOperator ?? '',
    threshold: alarm.Threshold ?? 0,
    periodSeconds: alarm.Period,
    evaluationPeriods: alarm.EvaluationPeriods ?? 1,
    datapointsToAlarm: alarm.DatapointsToAlarm ?? alarm.EvaluationPeriods ?? 1,
    missingData: alarm.TreatMissingData ?? 'missing',
    lowSamples: alarm.EvaluateLowSampleCountPercentile ?? '',
    description: alarm.AlarmDescription ?? '',
    actionsEnabled: alarm.ActionsEnabled ?? true,
    alarmActions: (alarm.AlarmActions ?? []).join(' '),
    okActions: (alarm.OKActions ?? []).join(' '),
    noDataActions: (alarm.InsufficientDataActions ?? []).join(' '),
  }
}

const list = (text: string) => (text === '' ? [] : text.split(' '))

/** What PutMetricAlarm is told; it replaces the whole alarm. */
export function alarmInput({ apiId, apiName, stage }: AlarmPlace, name: string, values: AlarmValues) {
  const { metric } = values
  const isPercentile = /^p\d/.test(values.statistic)
  return {
    AlarmName: name,
    AlarmDescription: values.description,
    ActionsEnabled: values.actionsEnabled,
    AlarmActions: list(values.alarmActions),
    OKActions: list(values.okActions),
    InsufficientDataActions: list(values.noDataActions),
    ...(isStatusMetric(metric)
      ? { Namespace: statusNamespace, MetricName: statusMetricName({ apiId, stage }, metric) }
      : {
          Namespace: 'AWS/ApiGateway',
          MetricName: metric,
          Dimensions: dimensionsOf({ apiName, stage, route: values.route === '' ? undefined : routeOf(values.route) }),
        }),
    ...(isPercentile ? { ExtendedStatistic: values.statistic } : { Statistic: values.statistic }),
    Period: values.periodSeconds,
    EvaluationPeriods: values.evaluationPeriods,
    DatapointsToAlarm: values.datapointsToAlarm,
    Threshold: values.threshold,
    ComparisonOperator: values.comparison,
    TreatMissingData: values.missingData,
    ...(values.lowSamples ? { EvaluateLowSampleCountPercentile: values.lowSamples } : {}),
  }
}

/** An alarm's values as a person edits them; null where Callboard has no words for one of them. */
export function ruleOf(values: AlarmValues | null): AlarmRule | null {
  if (!values) return null
  // It takes what it knows.
  const rule = AlarmRule.safeParse({
    ...values,
    route: values.route || null,
    alarmActions: list(values.alarmActions),
    okActions: list(values.okActions),
  })
  return rule.data ?? null
}

/** A rule laid over an alarm: what a person doesn't edit stays as it is. */
export function withRule(present: AlarmValues | undefined, rule: AlarmRule): AlarmValues {
  const { route, alarmActions, okActions, ...plain } = rule
  return {
    lowSamples: '',
    actionsEnabled: true,
    noDataActions: '',
    ...present,
    ...plain,
    route: route ?? '',
    alarmActions: alarmActions.join(' '),
    okActions: okActions.join(' '),
  }
}
