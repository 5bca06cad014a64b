import { Link } from '@tanstack/react-router'
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
import { FleetSparklines } from './fleet-sparklines'
import { outside, type FleetStage } from './fleet-stage'
import { statusLooks } from './stage-status'

export function FleetRow({ stage, range }: { stage: FleetStage; range: TimeRange }) {
  const { connection, colour, row, pulse, statuses } = stage
  const { apiId, kind, deployment, lastChange } = row
  const bad = statuses[0]?.word === 'degraded'
  const calls = typeof pulse === 'object' ? pulse.callsPerMinute : null
  return (
    <tr className={cx('hover:bg-hover relative', bad && 'bg-bad-weak/40 shadow-[inset_3px_0_var(--color-bad)]')}>
      <Td>
        <Link
          to="/c/$connection/$kind/$apiId"
          params={{ connection, kind, apiId }}
          className="relative z-1 font-semibold whitespace-nowrap hover:underline"
        >
          {row.apiName}
        </Link>
        <span className="text-ink-3 font-mono text-xs max-xl:block xl:ml-2">{apiId}</span>
        {colour && (
          <span className="text-ink-3 inline-flex items-center gap-1 text-xs whitespace-nowrap max-xl:mr-2 xl:ml-2">
            <Dot colour={colour} /> {connection}
          </span>
        )}
        {row.nameShared && <span className="text-warn ml-2 text-xs max-xl:ml-0">name shared</span>}
      </Td>
      <Td>
        <Link
          to="/c/$connection/$kind/$apiId/stages/$stage/overview"
          params={{ connection, kind, apiId, stage: row.stage }}
          aria-label={`${row.apiName} ${row.stage}`}
          className="after:absolute after:inset-0"
        >
          <StageChip stage={row.stage} environment={environmentOf(row.stage, row.production)} />
        </Link>
      </Td>
      <Td>
        {statuses.length === 0 && <Skeleton className="h-4 w-24" />}
        <span className="flex flex-wrap gap-x-3">
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
            <span className="font-mono text-xs whitespace-nowrap max-xl:block">
              {deployment.label ?? deployment.id}
            </span>{' '}
            <span className="text-ink-3 text-xs">{deployment.createdAt && <Age at={deployment.createdAt} />}</span>
          </>
        ) : (
          <span className="text-ink-3 text-xs">none</span>
        )}
      </Td>
      <Td className="text-ink-2 text-xs max-lg:hidden">
        <span className="whitespace-nowrap max-xl:block">{lastChange.by ?? outside}</span>{' '}
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
}
