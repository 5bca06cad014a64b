import { useConnections } from '../lib/connections'
import { Gauge } from '../ui/gauge'
import { Chip } from '../ui/chip'
import { budgetWords } from './budget'
import { useStatus } from './use-status'

/** @param name whose budget; without it that of the only connection there is, if there is only one */
export function BudgetGauge({ name }: { name: string | undefined }) {
  const { data } = useConnections()
  const connection = name ? data?.items.find((item) => item.name === name) : data?.items
  const [only, ...others] = Array.isArray(connection) ? connection : [connection]
  return only && others.length === 0 ? <Used connection={only.name} /> : null
}

function Used({ connection }: { connection: string }) {
  const { data } = useStatus(connection)
  if (!data) return null
  const { budget } = data
  const text = budgetWords(budget)
  return (
    <span title={text} className="text-ink-3 inline-flex items-center gap-1.5 text-xs whitespace-nowrap max-md:hidden">
      {budget.waiting > 0 && <Chip tone="warn">{budget.waiting} queued</Chip>}
      <span aria-hidden>AWS</span>
      <Gauge label="AWS call budget" used={budget.used} of={budget.allowed} text={text} className="w-10" />
      <span aria-hidden>
        {budget.used}/{budget.allowed}
      </span>
    </span>
  )
}
