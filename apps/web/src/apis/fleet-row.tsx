import { Link } from '@tanstack/react-router'
import type { TimeRange } from '@callboard/shared-types/lib/time-range'
import { environmentOf } from '../lib/environment'
import { count, duration, noData, percent } from '../lib/format'
import { Sparkline } from '../ui/charts/sparkline'
import { StageChip } from '../ui/chip'
import { cx } from '../ui/cx'
import { Skeleton } from '../ui/skeleton'
import { Status } from '../ui/status'
import { Td } from '../ui/table'
import { Age } from '../ui/when'
import { outside, type FleetStage } from './fleet-stage'
import { statusLooks, type PulseState } from './stage-status'

const highest = (values: (number | null)[]) => Math.max(...values.filter((value) => value !== null))

function Sparklines({ pulse, range }: { pulse: PulseState; range: TimeRange }) {
  if (pulse === 'loading' || pulse === 'failed') {
    const cell =
      pulse === 'loading' ? <Skeleton className="h-6 w-23" /> : <span className="text-ink-3 text-xs">unknown</span>
    return ['max-md:hidden', '', 'max-md:hidden'].map((className, index) => (
      <Td key={index} className={className}>
        {cell}
      </Td>
    ))
  }
  const { calls, errors5xx, p99Ms, health } = pulse
  const red = health === 'degraded' ? 'var(--color-bad)' : 'var(--color-ink-3)'
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
          color={red}
          floor={0.02}
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

export function FleetRow({ stage, range }: { stage: FleetStage; range: TimeRange }) {
  const { connection, row, pulse, statuses } = stage
  const { apiId, kind, deployment, lastChange } = row
  const bad = statuses[0]?.word === 'degraded'
  const calls = typeof pulse === 'object' ? pulse.callsPerMinute : null
  return (
    <tr className={cx('hover:bg-hover relative', bad && 'bg-bad-weak/40 shadow-[inset_3px_0_var(--color-bad)]')}>
      <Td>
        <Link
          to="/c/$connection/$kind/$apiId/stages/$stage/overview"
          params={{ connection, kind, apiId, stage: row.stage }}
          aria-label={`${row.apiName} ${row.stage}`}
          className="font-semibold after:absolute after:inset-0"
        >
          {row.apiName}
        </Link>
        <span className="text-ink-3 font-mono text-xs max-xl:block xl:ml-2">{apiId}</span>
      </Td>
      <Td>
        <StageChip stage={row.stage} environment={environmentOf(row.stage, row.production)} />
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
      <Td className="max-md:hidden">
        {deployment ? (
          <>
            <span className="font-mono text-xs">{deployment.label ?? deployment.id}</span>{' '}
            <span className="text-ink-3 text-xs">{deployment.createdAt && <Age at={deployment.createdAt} />}</span>
          </>
        ) : (
          <span className="text-ink-3 text-xs">none</span>
        )}
      </Td>
      <Td className="text-ink-2 text-xs max-lg:hidden">
        {lastChange.by ?? outside}{' '}
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
      <Sparklines pulse={pulse} range={range} />
    </tr>
  )
}

const shape = ['w-32', 'w-10', 'w-24', 'w-24', 'w-28', 'w-10', 'w-23 h-6', 'w-23 h-6', 'w-23 h-6']
const hiddenAt = [
  '',
  '',
  '',
  'max-md:hidden',
  'max-lg:hidden',
  'text-right max-sm:hidden',
  'max-md:hidden',
  '',
  'max-md:hidden',
]

export const FleetRowSkeleton = () => (
  <tr>
    {shape.map((size, index) => (
      <Td key={index} className={hiddenAt[index]}>
        <Skeleton className={cx('h-4', size)} />
      </Td>
    ))}
  </tr>
)
