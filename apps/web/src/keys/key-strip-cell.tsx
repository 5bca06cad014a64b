import { count } from '../lib/format'
import { DayStrip } from '../ui/charts/day-strip'
import { Skeleton } from '../ui/skeleton'
import { useStrip } from './use-strips'

/** What a key used, day by day. */
export function KeyStripCell({ connection, keyId, name }: { connection: string; keyId: string; name: string }) {
  const { data, isError } = useStrip(connection, keyId)
  if (isError) return <span className="text-ink-3 text-xs">not known</span>
  if (!data) return <Skeleton still className="h-5.5 w-23" />
  const known = data.used.filter((value) => value !== null)
  if (known.length === 0) return <span className="text-ink-3 text-xs">not known</span>
  const sum = known.reduce((total, value) => total + value, 0)
  if (sum === 0) return <span className="text-ink-3 text-xs">never called</span>
  return <DayStrip values={data.used} label={`${name}: ${count(sum)} calls in 30 days`} />
}
