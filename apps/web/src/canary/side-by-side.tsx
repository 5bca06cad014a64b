import { useQuery } from '@tanstack/react-query'
import type { SideBySide } from '@callboard/shared-types/canary/canary.schemas'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { api } from '../lib/api'
import { count, duration, noData, percent } from '../lib/format'
import { worldClock } from '../lib/world-clock'
import { Failure } from '../ui/failure'
import { Note } from '../ui/note'
import { Panel } from '../ui/panel'
import { Skeleton } from '../ui/skeleton'
import { RowHead, Table, Td, Th } from '../ui/table'

const metrics: Record<SideBySide['metric'], { title: string; text: (value: number) => string; all?: boolean }> = {
  calls: { title: 'Calls', text: count },
  errors5xxRate: { title: '5XX', text: percent },
  errors4xxRate: { title: '4XX', text: percent },
  latencyP50Ms: { title: 'Latency p50', text: duration, all: true },
  latencyP99Ms: { title: 'Latency p99', text: duration, all: true },
}

/** Base beside canary over the last hour, and what the difference says. */
export function SideBySidePanel({ address }: { address: StageAddress }) {
  const figures = useQuery(
    api.canary.figures.queryOptions({
      input: address,
      refetchInterval: () => Math.max(5_000, worldClock.processMsFor(60_000)),
    }),
  )
  return (
    <Panel flush title="Base beside canary" note={`last ${figures.data?.minutes ?? 60} finished minutes`}>
      {figures.error && (
        <div className="px-3.5 pb-3.5">
          <Failure error={figures.error} onRetry={() => void figures.refetch()} />
        </div>
      )}
      {figures.isPending && <Skeleton className="mx-3.5 mb-3.5 h-40 w-[calc(100%-1.75rem)]" />}
      {figures.data?.source === null && (
        <div className="px-3.5 pb-3.5">
          <Note>
            CloudWatch has no figures of this canary by itself: it appears under a name of its own once it gets calls,
            and not on every account. An access log with the status in it tells the two apart; the stage has none that
            does, or no lines of the canary yet.
          </Note>
        </div>
      )}
      {figures.data?.messages.map((message) => (
        <div key={message} className="px-3.5 pb-2">
          <Note look="warn">CloudWatch says: “{message}”</Note>
        </div>
      ))}
      {figures.data?.source && (
        <>
          <Table aria-label="Base beside canary">
            <thead>
              <tr>
                <Th>Figure</Th>
                <Th className="text-right">Base</Th>
                <Th className="text-right">Canary</Th>
                <Th>What it says</Th>
              </tr>
            </thead>
            <tbody>
              {figures.data.rows.map((row) => (
                <Figures key={row.metric} row={row} />
              ))}
            </tbody>
          </Table>
          <p className="text-ink-3 border-line-soft border-t px-3.5 py-2 text-xs">
            {figures.data.source.kind === 'metrics'
              ? `The canary’s are CloudWatch’s under Stage = ${figures.data.source.dimension}; `
              : `CloudWatch has no figures of the canary by itself, so these are counted in its access log, ${figures.data.source.group}, every five minutes; `}
            the base is what is left of the stage’s sums. A percentile can’t be taken apart: * is that of all calls.
          </p>
        </>
      )}
    </Panel>
  )
}

function Figures({ row: { metric, base, canary, verdict } }: { row: SideBySide }) {
  const { title, text, all } = metrics[metric]
  return (
    <tr>
      <RowHead>{title}</RowHead>
      <Td className="text-right">
        {base === null ? noData : text(base)}
        {all && base !== null && '*'}
      </Td>
      <Td className="text-right">{canary === null ? noData : text(canary)}</Td>
      <Td className="text-ink-2 text-xs">
        {verdict ?? (metric === 'calls' ? shareOf(base, canary) : difference(base, canary, text))}
      </Td>
    </tr>
  )
}

const shareOf = (base: number | null, canary: number | null) =>
  base === null || canary === null || base + canary === 0
    ? 'no data on one side'
    : `${percent(canary / (base + canary))} of them on the canary`

function difference(base: number | null, canary: number | null, text: (value: number) => string): string {
  if (base === null || canary === null) return 'no data on one side'
  if (base === canary) return 'the same'
  return canary > base ? `${text(canary - base)} more` : `${text(base - canary)} less`
}
