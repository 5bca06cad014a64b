import { Link } from '@tanstack/react-router'
import type { Connection } from '@callboard/shared-types/connections/connections.schemas'
import { Failure } from '../ui/failure'
import { Note } from '../ui/note'
import type { useFleet } from './use-fleet'

interface WhereProps {
  of: Connection
  others: number
}

/** Which connection it is about, where there are several. */
const Where = ({ of, others }: WhereProps) => (
  <p className="text-ink-2">
    This is the connection <b className="text-ink">{of.name}</b> ({of.accountId} · {of.region}).{' '}
    {others > 0 && 'The others are shown below. '}
    <Link to="/connections" className="text-accent underline">
      See the connections
    </Link>
  </p>
)

/** What couldn't be read, above what could. */
export function FleetProblems({ fleet }: { fleet: ReturnType<typeof useFleet> }) {
  const { failures, healthFailures, problems, messages, connections } = fleet
  if (!failures.length && !healthFailures.length && !problems.length && !messages.length) return null
  return (
    <div className="mb-3 flex flex-col gap-2">
      {failures.map(({ of, error, refetch }) => (
        <Failure key={of?.name ?? ''} error={error} onRetry={() => void refetch()}>
          {of && connections > 1 && <Where of={of} others={connections - failures.length} />}
        </Failure>
      ))}
      {problems.map(({ apiId, apiName, sentence }) => (
        <Note key={apiId} look="warn">
          The stages of <b>{apiName}</b> <span className="font-mono text-xs">{apiId}</span> couldn’t be read. AWS says:
          “{sentence}”
        </Note>
      ))}
      {healthFailures.map(({ of, error, refetch }) => (
        <Failure key={of.name} error={error} onRetry={() => void refetch()}>
          <p className="text-ink-2">
            The table is right; calls, 5XX and p99 {connections > 1 && <>of {of.name} </>}are missing, so health is
            unknown.
          </p>
        </Failure>
      ))}
      {messages.map((message) => (
        <Note key={message} look="warn">
          CloudWatch says: “{message}”
        </Note>
      ))}
    </div>
  )
}
