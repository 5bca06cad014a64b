import type { AskingCost } from '@callboard/shared-types/metrics/metrics.schemas'
import { period, plural } from '../lib/format'

const usd = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD', maximumSignificantDigits: 2 })
const daySeconds = 86_400

/** What looking costs: CloudWatch is paid by the metric, once for everybody who looks. */
export function AskingCostText({ cost, goesOn }: { cost: AskingCost; goesOn: boolean }) {
  const { metrics, everySeconds } = cost
  return (
    <span
      className="text-ink-3 ml-auto text-xs"
      title="GetMetricData at US$ 0.01 for 1,000 metrics (US East, to be checked); shared by everybody who looks"
    >
      {plural(metrics, 'metric')}, {usd.format(cost.usd)} a look
      {goesOn &&
        `, ${usd.format((cost.usd * daySeconds) / everySeconds)} for a day of looking every ${period(everySeconds)}`}
    </span>
  )
}
