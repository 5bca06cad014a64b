import { useWorldNow } from '../lib/world-clock'
import { count } from '../lib/format'
import { DayBars } from '../ui/charts/day-bars'
import { Failure } from '../ui/failure'
import { Panel } from '../ui/panel'
import { Skeleton } from '../ui/skeleton'
import { useStrip } from './use-strips'

const dayMs = 86_400_000

/** What the key used, all its plans together. */
export function KeyUsagePanel({ connection, keyId, called }: { connection: string; keyId: string; called: boolean }) {
  const now = useWorldNow()
  const { data, error, refetch } = useStrip(connection, keyId)
  if (!called) return null
  if (error)
    return (
      <Panel title="Calls by day">
        <Failure error={error} onRetry={() => void refetch()} />
      </Panel>
    )
  if (!data)
    return (
      <Panel title="Calls by day">
        <Skeleton className="h-43 w-full" />
      </Panel>
    )
  const known = data.used.filter((value) => value !== null)
  const sum = known.reduce((total, value) => total + value, 0)
  const today = Math.floor(now / dayMs) * dayMs
  return (
    <DayBars
      title="Calls by day"
      note={`${count(sum)} in ${data.used.length} days, as AWS counts them for its plans; UTC days`}
      fromMs={today - (data.used.length - 1) * dayMs}
      values={data.used}
      unit="calls"
    />
  )
}
