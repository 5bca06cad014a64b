import { useQuery } from '@tanstack/react-query'
import { fromInstant } from '@callboard/shared-types/lib/instant'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { TimeRange } from '@callboard/shared-types/lib/time-range'
import type { LogsView, RequestTimeline } from '@callboard/shared-types/logs/logs.schemas'
import { api } from '../lib/api'
import { date, duration } from '../lib/format'
import { usePreferences } from '../lib/preferences'
import { CopyButton } from '../ui/copy-button'
import { Drawer } from '../ui/drawer'
import { Empty } from '../ui/empty'
import { Failure } from '../ui/failure'
import { Note } from '../ui/note'
import { Loading, Skeleton } from '../ui/skeleton'
import { LineText } from './line-row'

interface RequestDrawerProps {
  address: StageAddress
  range: TimeRange
  requestId: string
  at: string | undefined
  execution: LogsView['execution']
  onClose: () => void
}

/** One request: what both logs say of it, in its order. */
export function RequestDrawer({ address, range, requestId, at, execution, onClose }: RequestDrawerProps) {
  const { data, error, isPending, refetch } = useQuery(
    api.logs.request.queryOptions({ input: { ...address, range, requestId, ...(at ? { at } : {}) } }),
  )
  return (
    <Drawer
      title="One request"
      subtitle={
        <span className="inline-flex items-center gap-2">
          <span className="font-mono">{requestId}</span> <CopyButton text={requestId} what="request id" />
        </span>
      }
      onClose={onClose}
    >
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {isPending && !error && (
        <>
          <Loading what="the request" />
          <Skeleton className="h-40 w-full" />
        </>
      )}
      {data?.lines.length === 0 && (
        <Empty title="Neither log has a line of it">
          Lines come up to a minute late, and older ones go by retention.
        </Empty>
      )}
      {data && data.lines.length > 0 && <Timeline timeline={data} />}
      {data && !data.lines.some(({ source }) => source === 'execution') && (
        <Note>
          {execution.level === 'OFF'
            ? 'The execution log is off: it would say what happened inside the gateway.'
            : 'The execution log has no line of it: at level ERROR only failed calls are told.'}
        </Note>
      )}
    </Drawer>
  )
}

function Timeline({ timeline: { lines } }: { timeline: RequestTimeline }) {
  const { zone } = usePreferences()
  const begin = fromInstant(lines[0]!.at)
  return (
    <ol aria-label="Timeline" className="border-line flex flex-col gap-3 border-l-2 pl-4">
      {lines.map((line) => (
        <li key={line.id} className="relative">
          <span
            aria-hidden
            className="bg-accent border-panel absolute top-1 -left-5.5 size-2.5 rounded-full border-2"
          />
          <p className="text-ink-3 text-2xs flex gap-2">
            <time dateTime={line.at} className="font-mono">
              {date(line.at, 'millis', zone)}
            </time>
            <span>+{duration(fromInstant(line.at) - begin)}</span>
            <span>{line.source === 'access' ? 'access log' : 'execution log'}</span>
          </p>
          <div className="flex flex-wrap items-baseline gap-x-3 text-xs">
            <LineText line={line} />
          </div>
          {line.fields && (
            <dl className="text-ink-2 mt-1.5 grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 text-xs">
              {Object.entries(line.fields).map(([name, value]) => (
                <div key={name} className="contents">
                  <dt className="text-ink-3">{name}</dt>
                  <dd className="font-mono wrap-anywhere">{value}</dd>
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ol>
  )
}
