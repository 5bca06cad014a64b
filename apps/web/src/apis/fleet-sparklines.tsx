import type { TimeRange } from '@callboard/shared-types/lib/time-range'
import { count, duration, percent } from '../lib/format'
import { Sparkline } from '../ui/charts/sparkline'
import { Skeleton } from '../ui/skeleton'
import { Td } from '../ui/table'
import { useStayed } from '../ui/use-stayed'
import type { PulseState } from './stage-status'

const highest = (values: (number | null)[]) => Math.max(...values.filter((value) => value !== null))

const rateFloor = 0.02

const instead = {
  loading: <Skeleton className="h-6 w-14 sm:w-16 xl:w-23" />,
  failed: <span className="text-ink-3 text-xs">unknown</span>,
}

/** Three cells: calls, 5XX and p99, each on its own scale from zero. */
export function FleetSparklines({ pulse, range }: { pulse: PulseState; range: TimeRange }) {
  const stayed = useStayed()
  if (typeof pulse === 'string' || !stayed) {
    const cell = typeof pulse === 'string' && instead[pulse]
    return ['max-md:hidden', '', 'max-md:hidden'].map((className, index) => (
      <Td key={index} className={className}>
        {cell}
      </Td>
    ))
  }
  const { calls, errors5xx, p99Ms, health } = pulse
  return (
    <>
      <Td className="max-md:hidden">
        <Sparkline
          series={calls}
          color="var(--color-base)"
          label={`Calls over ${range}, at most ${count(highest(calls.values))}`}
        />
      </Td>
      <Td>
        <Sparkline
          series={errors5xx}
          color={health === 'degraded' ? 'var(--color-bad)' : 'var(--color-ink-3)'}
          floor={rateFloor}
          label={`5XX over ${range}, at most ${percent(highest(errors5xx.values))}`}
        />
      </Td>
      <Td className="max-md:hidden">
        <Sparkline
          series={p99Ms}
          color="var(--color-violet)"
          label={`p99 over ${range}, at most ${duration(highest(p99Ms.values))}`}
        />
      </Td>
    </>
  )
}
