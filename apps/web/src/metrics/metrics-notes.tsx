import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { StageMetrics } from '@callboard/shared-types/metrics/metrics.schemas'
import { api } from '../lib/api'
import { toAppError } from '../lib/app-error'
import { rangeInWords, rangeNotes, sentence } from '../lib/range'
import { buttonClass } from '../ui/button'
import { Empty } from '../ui/empty'
import { Failure } from '../ui/failure'
import { Note } from '../ui/note'

/** What a person must know before reading the charts. */
export function MetricsNotes({ address, metrics }: { address: StageAddress; metrics: StageMetrics | undefined }) {
  const stage = useQuery(api.stages.get.queryOptions({ input: address }))
  return (
    <>
      {stage.data?.nameShared && (
        <Note look="warn">
          Another API of this account is called {stage.data.apiName} too. CloudWatch knows REST APIs by their name
          alone, so these figures are those of both together.
        </Note>
      )}
      {metrics?.notes.map((note) => (
        <Note key={note}>{rangeNotes[note]}</Note>
      ))}
      {metrics?.messages.map((message) => (
        <Note key={message} look="warn">
          CloudWatch says: “{message}”
        </Note>
      ))}
      {metrics && metrics.totals.calls === null && metrics.messages.length === 0 && (
        <Note>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span>
              CloudWatch has no call of {address.stage} in this time: nobody called it, or its metrics are not there
              yet.
            </span>
            {(['24h', '7d', '30d'] as const).map((range) => (
              <Link
                key={range}
                to="."
                search={(search) => ({ ...search, range })}
                className={buttonClass('plain', 'small')}
              >
                {sentence(rangeInWords(range, 'utc'))}
              </Link>
            ))}
          </div>
        </Note>
      )}
    </>
  )
}

/** Why there are no charts. */
export function MetricsFailure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { code, message } = toAppError(error)
  if (code === 'invalid' && message.includes('still to come'))
    return (
      <Empty title="This time is still to come">
        <p className="mb-3">Nothing has happened in it yet.</p>
        <Link
          to="."
          search={(search) => ({ ...search, range: undefined })}
          className={buttonClass('primary', 'normal')}
        >
          The last 3 hours
        </Link>
      </Empty>
    )
  return (
    <Failure error={error} onRetry={onRetry}>
      <p className="text-ink-2">Without CloudWatch there are no charts; the other tabs work.</p>
    </Failure>
  )
}
