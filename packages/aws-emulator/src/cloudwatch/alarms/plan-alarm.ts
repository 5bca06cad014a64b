import type { ComparisonOperator, MetricDataQuery, PutMetricAlarmInput } from '@aws-sdk/client-cloudwatch'
import { checkQueries, type CheckedQuery, type StatQuery } from '../metric-query.ts'
import { comparisons } from './comparison.ts'
import type { Judgement } from './decide-state.ts'

/** What an alarm reads and how it judges it: worked out of the definition that was put. */
export type AlarmPlan = {
  queries: CheckedQuery[]
  /** The query whose points are judged. */
  judged: CheckedQuery
  periodMs: number
  operator: ComparisonOperator
  threshold: number
  judgement: Judgement
  /** The statistic's name; absent with math. */
  stat: string | undefined
  /** Fewer samples than this don't tell a percentile, and leave the state as it is; 0 where that isn't asked for. */
  enoughSamples: number
}

/** Throws what `checkQueries` throws where the metrics make no sense. */
export function planAlarm(definition: PutMetricAlarmInput): AlarmPlan {
  const queries = checkQueries(definition.Metrics ?? [metricOf(definition)])
  const judged = queries.find(({ returned }) => returned) ?? queries[0]!
  const { EvaluationPeriods = 1, DatapointsToAlarm, ComparisonOperator, Threshold = 0, TreatMissingData } = definition
  const comparison = comparisons[ComparisonOperator ?? 'GreaterThanThreshold']
  return {
    queries,
    judged,
    periodMs: periodOf(queries, judged),
    operator: ComparisonOperator ?? 'GreaterThanThreshold',
    threshold: Threshold,
    judgement: {
      evaluationPeriods: EvaluationPeriods,
      datapointsToAlarm: DatapointsToAlarm ?? EvaluationPeriods,
      missing: (TreatMissingData ?? 'missing') as Judgement['missing'],
      isBreaching: (value) => comparison?.breaches(value, Threshold) ?? false,
    },
    stat: judged.kind === 'stat' ? judged.stat : undefined,
    enoughSamples: definition.EvaluateLowSampleCountPercentile === 'ignore' ? samplesFor(judged) : 0,
  }
}

function metricOf(definition: PutMetricAlarmInput): MetricDataQuery {
  const { Namespace, MetricName, Dimensions, Period, Statistic, ExtendedStatistic, Unit } = definition
  const Metric = { Namespace, MetricName, Dimensions }
  return { Id: 'm1', MetricStat: { Metric, Period, Stat: Statistic ?? ExtendedStatistic, Unit } }
}

/** An expression has the longest period of the metrics (guessed), unless it says its own. */
function periodOf(queries: CheckedQuery[], judged: CheckedQuery): number {
  if (judged.periodMs !== undefined) return judged.periodMs
  return Math.max(60_000, ...queries.flatMap((query) => (query.kind === 'stat' ? [query.periodMs] : [])))
}

/** 10/(1-p) samples from the median on, 10/p below it (documented). */
function samplesFor(judged: CheckedQuery): number {
  const [, percent] = /^p(.+)$/.exec((judged as StatQuery).stat ?? '') ?? []
  if (percent === undefined) return 0
  const share = Number(percent) / 100
  return 10 / Math.max(1e-9, share >= 0.5 ? 1 - share : share)
}
