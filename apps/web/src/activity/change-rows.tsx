import type { ChangeRow } from '@callboard/shared-types/changes/change.schemas'
import { CopyButton } from '../ui/copy-button'
import { DateTime } from '../ui/when'

const names: Record<ChangeRow['kind'], string> = {
  planned: 'Planned',
  pending: 'Begun',
  sent: 'Sent',
  answered: 'Answered',
  found: 'Found',
  ended: 'Ended',
  settled: 'Settled',
  seen: 'Seen',
  named: 'By whom',
}

/** The rows a change is made of, in the order they were written. */
export const ChangeRows = ({ rows }: { rows: ChangeRow[] }) => (
  <ol className="border-line ml-1.5 flex flex-col gap-2.5 border-l">
    {rows.map((row, index) => (
      <li key={index} className="relative pl-4 text-sm">
        <span
          aria-hidden
          className="bg-panel border-line-strong absolute top-1.5 -left-1 size-2 rounded-full border-2"
        />
        <span className="flex flex-wrap items-baseline gap-x-2">
          <b className="text-xs">{names[row.kind]}</b>
          <span className="text-ink-3 text-xs">
            <DateTime at={row.at} format="clock" />
          </span>
        </span>
        <p className="text-ink-2 wrap-anywhere">{row.text}</p>
        {row.requestId && (
          <p className="text-ink-3 flex items-center gap-1 text-xs">
            request <span className="font-mono wrap-anywhere">{row.requestId}</span>
            <CopyButton text={row.requestId} what="request id" />
          </p>
        )}
      </li>
    ))}
  </ol>
)
