import type { TimeRange } from '@callboard/shared-types/lib/time-range'
import { count, duration, percent } from '../lib/format'
import { usePreferences } from '../lib/preferences'
import { rangeInWords } from '../lib/range'
import { Sparkline } from '../ui/charts/sparkline'
import { GridCell } from '../ui/grid-table'
import { Skeleton } from '../ui/skeleton'
import type { FleetStage } from './fleet-stage'
import { useSparklines } from './use-sparklines'

const highest = (values: (number | null)[]) => Math.max(...values.filter((value) => value !== null))

const rateFloor = 0.02

const loading = <Skeleton still className="h-6 w-14 sm:w-16 xl:w-23" />
const failed = <span className="text-ink-3 text-xs">unknown</span>

/** CloudWatch is paid by the metric: what sparklines may cost in a day is limited. */
const spentCells = (usd: number) =>
  ['max-md:hidden', '', 'max-md:hidden'].map((className, index) => (
    <GridCell key={index} className={className}>
      <span className="text-ink-3 text-xs" title={`The US$ ${usd} that sparklines may cost in a day are spent (UTC)`}>
        day’s limit
      </span>
    </GridCell>
  ))

/** Three cells: calls, 5XX and p99, each on its own scale from zero. */
export function FleetSparklines({ stage, range }: { stage: FleetStage; range: TimeRange }) {
  const { connection, row, statuses } = stage
  const { zone } = usePreferences()
  const { data, isError } = useSparklines(connection, `${row.apiId}/${row.stage}`, range)
  if (!data) {
    return ['max-md:hidden', '', 'max-md:hidden'].map((className, index) => (
      <GridCell key={index} className={className}>
        {isError ? failed : loading}
      </GridCell>
    ))
  }
  if ('spentUsd' in data) return spentCells(data.spentUsd)
  const { calls, errors5xx, p99Ms } = data
  const over = rangeInWords(range, zone)
  return (
    <>
      <GridCell className="max-md:hidden">
        <Sparkline
          series={calls}
          color="var(--color-base)"
          label={`Calls, ${over}, at most ${count(highest(calls.values))}`}
        />
      </GridCell>
      <GridCell>
        <Sparkline
          series={errors5xx}
          color={statuses[0]?.word === 'degraded' ? 'var(--color-bad)' : 'var(--color-ink-3)'}
          floor={rateFloor}
          label={`5XX, ${over}, at most ${percent(highest(errors5xx.values))}`}
        />
      </GridCell>
      <GridCell className="max-md:hidden">
        <Sparkline
          series={p99Ms}
          color="var(--color-violet)"
          label={`p99, ${over}, at most ${duration(highest(p99Ms.values))}`}
        />
      </GridCell>
    </>
  )
}
