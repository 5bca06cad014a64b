import type { TimeRange } from '@callboard/shared-types/lib/time-range'
import { count, noData } from '../lib/format'
import { GridCell } from '../ui/grid-table'
import { Skeleton } from '../ui/skeleton'
import { Age } from '../ui/when'
import { FleetSparklines } from './fleet-sparklines'
import { outside, type FleetStage } from './fleet-stage'

interface FleetRowDetailsProps {
  stage: FleetStage
  range: TimeRange
}

/** The cells of a row after its name and status. */
export function FleetRowDetails({ stage, range }: FleetRowDetailsProps) {
  const { deployment, lastChange } = stage.row
  const { health } = stage
  const calls = typeof health === 'object' ? health.callsPerMinute : null
  return (
    <>
      <GridCell className="text-xs max-md:hidden">
        {deployment ? (
          <>
            <span className="block overflow-clip text-ellipsis whitespace-nowrap font-mono">
              {deployment.label ?? deployment.id}
            </span>{' '}
            <span className="text-ink-3">{deployment.createdAt && <Age at={deployment.createdAt} />}</span>
          </>
        ) : (
          <span className="text-ink-3">none</span>
        )}
      </GridCell>
      <GridCell className="text-ink-2 text-xs max-lg:hidden">
        <span className="block overflow-clip text-ellipsis whitespace-nowrap">{lastChange.by ?? outside}</span>{' '}
        <span className="text-ink-3">
          <Age at={lastChange.at} />
        </span>
      </GridCell>
      <GridCell className="text-right max-sm:hidden">
        {health === 'loading' ? (
          <Skeleton still className="h-4 w-10" />
        ) : calls === null ? (
          <span className="text-ink-3">{noData}</span>
        ) : (
          count(calls)
        )}
      </GridCell>
      <FleetSparklines stage={stage} range={range} />
    </>
  )
}
