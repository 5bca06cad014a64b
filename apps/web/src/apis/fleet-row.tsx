import { memo, type MouseEventHandler } from 'react'
import { defaultRange, type TimeRange } from '@callboard/shared-types/lib/time-range'
import { environmentOf } from '../lib/environment'
import { StageChip } from '../ui/chip'
import { cx } from '../ui/cx'
import { Dot } from '../ui/dot'
import { GridCell } from '../ui/grid-table'
import { Skeleton } from '../ui/skeleton'
import { Status } from '../ui/status'
import { useFilled } from '../ui/use-filled'
import { FavouriteStar } from './favourite-star'
import { fleetGrid } from './fleet-columns'
import { FleetRowDetails } from './fleet-row-details'
import type { FleetStage } from './fleet-stage'
import { statusLooks } from './stage-status'

interface FleetRowProps extends FleetCellsProps {
  /** Its place in the whole table. */
  index: number
  /** From the top of the rows, in pixels. */
  top: number
}

interface FleetCellsProps {
  stage: FleetStage
  favourite: boolean
  range: TimeRange
  /** Follows a link of the row. */
  onGo: MouseEventHandler<HTMLAnchorElement>
}

/** At first its names, which are all that is read of a row flying past; the rest of it when its turn has come. */
export const FleetRow = memo(function FleetRow({ index, top, ...cells }: FleetRowProps) {
  const filled = useFilled()
  const { row, statuses } = cells.stage
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      style={{ top }}
      className={cx(
        fleetGrid,
        // Without a ground of its own each row becomes a layer, and scrolling costs twice as much; so does each
        // drawing in it that is clipped.
        'bg-panel hover:bg-hover border-line-soft absolute inset-x-0 h-13 items-center border-b contain-[size_layout_style] [&_svg]:overflow-visible',
        statuses[0]?.word === 'degraded' && 'bg-bad-row! shadow-[inset_3px_0_var(--color-bad)]',
      )}
    >
      {filled ? (
        <FleetCells {...cells} />
      ) : (
        <>
          <GridCell className="col-start-2 -translate-y-2 truncate font-semibold">{row.apiName}</GridCell>
          <GridCell className="text-xs">{row.stage}</GridCell>
        </>
      )}
    </div>
  )
})

/** Drawn anew only when its stage has changed, not when it moves. */
const FleetCells = memo(function FleetCells({ stage, favourite, range, onGo }: FleetCellsProps) {
  const { connection, colour, row, statuses } = stage
  const { apiId, kind } = row
  const toApi = `/c/${connection}/${kind}/${apiId}`
  const search = range === defaultRange ? '' : `?range=${encodeURIComponent(range)}`
  return (
    <>
      <GridCell>
        <FavouriteStar id={stage.key} name={`${row.apiName} ${row.stage}`} on={favourite} />
      </GridCell>
      <GridCell>
        <a
          href={`${toApi}${search}`}
          onClick={onGo}
          title={row.apiName}
          className="relative z-1 block w-fit max-w-full overflow-clip text-ellipsis whitespace-nowrap font-semibold hover:underline"
        >
          {row.apiName}
        </a>
        <span className="text-ink-3 flex items-center gap-x-2 text-xs">
          {colour && (
            <span className="inline-flex items-center gap-1 whitespace-nowrap">
              <Dot colour={colour} /> {connection}
            </span>
          )}
          <span className="overflow-clip text-ellipsis whitespace-nowrap font-mono">{apiId}</span>
          {row.nameShared && <span className="text-warn whitespace-nowrap">name shared</span>}
        </span>
      </GridCell>
      <GridCell>
        <a
          href={`${toApi}/stages/${encodeURIComponent(row.stage)}/overview${search}`}
          onClick={onGo}
          aria-label={`${row.apiName} ${row.stage}`}
          className="after:absolute after:inset-0"
        >
          <StageChip stage={row.stage} environment={environmentOf(row.stage, row.production)} />
        </a>
      </GridCell>
      <GridCell className="flex flex-wrap gap-x-3 max-xl:*:whitespace-normal!">
        {statuses.length === 0 && <Skeleton still className="h-4 w-24" />}
        {statuses.map(({ word, text }) => (
          <Status key={word} icon={statusLooks[word].icon} tone={statusLooks[word].tone}>
            {text}
          </Status>
        ))}
      </GridCell>
      <FleetRowDetails stage={stage} range={range} />
    </>
  )
})
