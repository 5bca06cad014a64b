import { Failure } from '../ui/failure'
import { Note } from '../ui/note'
import type { useFleet } from './use-fleet'

/** What couldn't be read, above what could. */
export function FleetProblems({ fleet }: { fleet: ReturnType<typeof useFleet> }) {
  const { failures, pulseFailures, problems, messages } = fleet
  if (!failures.length && !pulseFailures.length && !problems.length && !messages.length) return null
  return (
    <div className="mb-3 flex flex-col gap-2">
      {failures.map(({ error, refetch }, index) => (
        <Failure key={index} error={error} onRetry={() => void refetch()} />
      ))}
      {problems.map(({ apiId, apiName, sentence }) => (
        <Note key={apiId} look="warn">
          The stages of <b>{apiName}</b> <span className="font-mono text-xs">{apiId}</span> couldn’t be read. AWS says:
          “{sentence}”
        </Note>
      ))}
      {failures.length === 0 &&
        pulseFailures.map(({ error, refetch }, index) => (
          <Failure key={index} error={error} onRetry={() => void refetch()}>
            <p className="text-ink-2">The table is right; calls, 5XX and p99 are missing, so health is unknown.</p>
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
