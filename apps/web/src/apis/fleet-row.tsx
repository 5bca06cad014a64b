import { memo, type MouseEventHandler, type Ref } from 'react'
import type { TimeRange } from '@callboard/shared-types/lib/time-range'
import { environmentOf } from '../lib/environment'
import { count, noData } from '../lib/format'
import { StageChip } from '../ui/chip'
import { cx } from '../ui/cx'
import { Dot } from '../ui/dot'
import { Skeleton } from '../ui/skeleton'
import { Status } from '../ui/status'
import { Td } from '../ui/table'
import { Age } from '../ui/when'
import { FavouriteStar } from './favourite-star'
import { FleetSparklines } from './fleet-sparklines'
import { outside, type FleetStage } from './fleet-stage'
import { statusLooks } from './stage-status'

interface FleetRowProps {
  stage: FleetStage
  favourite: boolean
  range: TimeRange
  /** Its place in the whole table. */
  index: number
  /** Follows a link of the row. */
  onGo: MouseEventHandler<HTMLAnchorElement>
  ref: Ref<HTMLTableRowElement>
}

/** Drawn anew only when its stage has changed, not when the page scrolls. */
export const FleetRow = memo(function FleetRow({ stage, favourite, range, index, onGo, ref }: FleetRowProps) {
  const { connection, colour, row, pulse, statuses } = stage
  const { apiId, kind, deployment, lastChange } = row
  const toApi = `/c/${connection}/${kind}/${apiId}`
  const search = range === '3h' ? '' : `?range=${range}`
  const bad = statuses[0]?.word === 'degraded'
  const calls = typeof pulse === 'object' ? pulse.callsPerMinute : null
  return (
    <tr
      ref={ref}
      data-index={index}
      aria-rowindex={index + 2}
      className={cx('hover:bg-hover relative h-13', bad && 'bg-bad-weak/40 shadow-[inset_3px_0_var(--color-bad)]')}
    >
      <Td>
        <FavouriteStar id={stage.key} name={`${row.apiName} ${row.stage}`} on={favourite} />
      </Td>
      <Td>
        <a
          href={`${toApi}${search}`}
          onClick={onGo}
          title={row.apiName}
          className="relative z-1 inline-block max-w-full truncate align-bottom font-semibold whitespace-nowrap hover:underline"
        >
          {row.apiName}
        </a>
        <span className="text-ink-3 flex min-w-0 items-center gap-x-2 text-xs">
          {colour && (
            <span className="inline-flex items-center gap-1 whitespace-nowrap">
              <Dot colour={colour} /> {connection}
            </span>
          )}
          <span className="truncate font-mono">{apiId}</span>
          {row.nameShared && <span className="text-warn whitespace-nowrap">name shared</span>}
        </span>
      </Td>
      <Td>
        <a
          href={`${toApi}/stages/${encodeURIComponent(row.stage)}/overview${search}`}
          onClick={onGo}
          aria-label={`${row.apiName} ${row.stage}`}
          className="after:absolute after:inset-0"
        >
          <StageChip stage={row.stage} environment={environmentOf(row.stage, row.production)} />
        </a>
      </Td>
      <Td>
        {statuses.length === 0 && <Skeleton className="h-4 w-24" />}
        <span className="flex flex-wrap gap-x-3 max-xl:*:whitespace-normal!">
          {statuses.map(({ word, text }) => (
            <Status key={word} icon={statusLooks[word].icon} tone={statusLooks[word].tone}>
              {text}
            </Status>
          ))}
        </span>
      </Td>
      <Td className="text-xs max-md:hidden">
        {deployment ? (
          <>
            <span className="block truncate font-mono text-xs">{deployment.label ?? deployment.id}</span>{' '}
            <span className="text-ink-3 text-xs">{deployment.createdAt && <Age at={deployment.createdAt} />}</span>
          </>
        ) : (
          <span className="text-ink-3 text-xs">none</span>
        )}
      </Td>
      <Td className="text-ink-2 text-xs max-lg:hidden">
        <span className="block truncate">{lastChange.by ?? outside}</span>{' '}
        <span className="text-ink-3">
          <Age at={lastChange.at} />
        </span>
      </Td>
      <Td className="text-right max-sm:hidden">
        {pulse === 'loading' ? (
          <Skeleton className="h-4 w-10" />
        ) : calls === null ? (
          <span className="text-ink-3">{noData}</span>
        ) : (
          count(calls)
        )}
      </Td>
      <FleetSparklines pulse={pulse} range={range} />
    </tr>
  )
})
