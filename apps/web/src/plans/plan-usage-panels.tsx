import type { KeyUsage } from '@callboard/shared-types/plans/usage.schemas'
import { dayStartMs } from '@callboard/shared-types/plans/usage-days'
import { count } from '../lib/format'
import { DayBars } from '../ui/charts/day-bars'
import { Failure } from '../ui/failure'
import { Panel } from '../ui/panel'
import { Loading, Skeleton } from '../ui/skeleton'
import { ConsumersPanel } from './consumers-panel'
import type { PlanUsageQuery } from './use-plan-usage'
import { DaysPicker } from './days-picker'

interface PlanUsagePanelsProps {
  connection: string
  usage: PlanUsageQuery
  planName: string
  days: number
  onDays: (days: number) => void
  onExtend: (key: KeyUsage) => void
  /** Why the person may not, or null. */
  whyNotExtend: string | null
}

/** What the plan's keys used: all together by day, then key by key. */
export function PlanUsagePanels({
  connection,
  usage,
  planName,
  days,
  onDays,
  onExtend,
  whyNotExtend,
}: PlanUsagePanelsProps) {
  const { data, error, isPending, refetch } = usage
  const picker = <DaysPicker days={days} onDays={onDays} />
  if (isPending)
    return (
      <Panel title="Calls by day" actions={picker}>
        <Loading what="what was used" />
        <Skeleton className="h-43 w-full" />
      </Panel>
    )
  if (!data)
    return (
      <Panel title="Calls by day" actions={picker}>
        <Failure error={error} onRetry={() => void refetch()} />
      </Panel>
    )
  const total = data.used.reduce<number>((sum, value) => sum + (value ?? 0), 0)
  return (
    <>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      <DayBars
        title="Calls by day"
        note={
          <>
            {count(total)} by all keys together, as AWS counts them, minutes late; UTC days
            <span className="ml-2 inline-block align-middle">{picker}</span>
          </>
        }
        fromMs={dayStartMs(data.from)}
        values={data.used}
        unit="calls"
      />
      <ConsumersPanel
        connection={connection}
        usage={data}
        planName={planName}
        onExtend={onExtend}
        whyNotExtend={whyNotExtend}
      />
    </>
  )
}
