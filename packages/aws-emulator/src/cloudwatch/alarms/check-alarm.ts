import type { PutMetricAlarmInput } from '@aws-sdk/client-cloudwatch'
import { AwsError, validationError } from '../../lib/aws-error.ts'
import { validationException } from '../errors.ts'
import { comparisonOperators, comparisons } from './comparison.ts'
import { planAlarm } from './plan-alarm.ts'

const daySeconds = 86_400
/** What only an alarm on a single metric may have. */
const ofOneMetric = [
  'MetricName',
  'Namespace',
  'Dimensions',
  'Period',
  'Statistic',
  'ExtendedStatistic',
  'Unit',
] as const
const missingTreatments = ['breaching', 'notBreaching', 'ignore', 'missing']

/** Sentences with `should not be set if list of Metrics is set`, `Invalid metrics list`, `must not be null` and `more than a day` were seen on AWS; the others are guessed. */
export function checkAlarm(definition: PutMetricAlarmInput): void {
  checkEnums(definition)
  const { EvaluationPeriods = 0, DatapointsToAlarm, Threshold, TreatMissingData } = definition
  if (EvaluationPeriods < 1) {
    throw validationError([
      `Value '${EvaluationPeriods}' at 'evaluationPeriods' failed to satisfy constraint: Member must have value greater than or equal to 1`,
    ])
  }
  if (Threshold === undefined) throw validationException('Threshold must not be null')
  if (DatapointsToAlarm !== undefined && (DatapointsToAlarm < 1 || DatapointsToAlarm > EvaluationPeriods)) {
    throw validationException('DatapointsToAlarm must be between 1 and EvaluationPeriods')
  }
  if (TreatMissingData !== undefined && !missingTreatments.includes(TreatMissingData)) {
    throw validationException(
      `The value ${TreatMissingData} is not supported for TreatMissingData parameter. Supported values are [${missingTreatments.join(', ')}].`,
    )
  }
  if (definition.Metrics) checkMetrics(definition)
  else checkOneMetric(definition)
}

function checkEnums({ ComparisonOperator = 'GreaterThanThreshold' }: PutMetricAlarmInput): void {
  if (!comparisonOperators.includes(ComparisonOperator)) {
    throw validationError([
      `Value '${ComparisonOperator}' at 'comparisonOperator' failed to satisfy constraint: ` +
        `Member must satisfy enum value set: [${comparisonOperators.join(', ')}]`,
    ])
  }
  if (comparisons[ComparisonOperator]) return
  throw new AwsError('NotImplementedException', 501, "The emulator doesn't have alarms on anomaly detection yet")
}

function checkMetrics(definition: PutMetricAlarmInput): void {
  const extra = ofOneMetric.find((name) => definition[name] !== undefined)
  if (extra) throw validationException(`${extra} should not be set if list of Metrics is set.`)
  const { Metrics = [] } = definition
  const returned = Metrics.filter(({ ReturnData }) => ReturnData ?? true)
  if (returned.length !== 1) throw validationException('Invalid metrics list')
  checkSpan(definition, planAlarm(definition).periodMs / 1000)
}

function checkOneMetric(definition: PutMetricAlarmInput): void {
  const { MetricName, Namespace, Period, Statistic, ExtendedStatistic } = definition
  if (MetricName === undefined) throw validationException('MetricName must not be null')
  if (Namespace === undefined) throw validationException('Namespace must not be null')
  if (Period === undefined) throw validationException('Period must not be null')
  if ((Statistic === undefined) === (ExtendedStatistic === undefined)) {
    throw validationException('Exactly one of Statistic and ExtendedStatistic must be specified.')
  }
  if (Period < 60 || Period % 60 !== 0) throw validationException('Period must be 10, 20, 30 or a multiple of 60')
  checkSpan(definition, Period)
  planAlarm(definition)
}

function checkSpan({ EvaluationPeriods = 1 }: PutMetricAlarmInput, period: number): void {
  const span = EvaluationPeriods * period
  if (period < 3600 && span > daySeconds) {
    throw validationException(
      'Metrics cannot be checked across more than a day (EvaluationPeriods * Period must be <= 86400).',
    )
  }
  if (span > 7 * daySeconds) {
    throw validationException(
      'Metrics cannot be checked across more than seven days (EvaluationPeriods * Period must be <= 604800).',
    )
  }
}
