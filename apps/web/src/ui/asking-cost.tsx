import type { AskingCost } from '@callboard/shared-types/metrics/metrics.schemas'
import { period, plural, usd } from '../lib/format'

const daySeconds = 86_400

/** What looking costs: CloudWatch is paid by the metric and by what is read of a log, once for everybody who looks. */
export function AskingCostText({ cost, goesOn }: { cost: AskingCost; goesOn: boolean }) {
  const { metrics, logUsd, everySeconds } = cost
  return (
    <span
      className="text-ink-3 ml-auto text-xs"
      title={`GetMetricData at US$ 0.01 for 1,000 metrics${logUsd ? ', Logs Insights at US$ 0.005 for a GB' : ''} (US East, to be checked); shared by everybody who looks`}
    >
      {plural(metrics, 'metric')}
      {logUsd && ' and the access log'}, {usd(cost.usd)} a look
      {goesOn && `, ${usd((cost.usd * daySeconds) / everySeconds)} for a day of looking every ${period(everySeconds)}`}
    </span>
  )
}
