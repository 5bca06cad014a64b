import { memo } from 'react'
import type { LogLine } from '@callboard/shared-types/logs/logs.schemas'
import { date, duration } from '../lib/format'
import { usePreferences } from '../lib/preferences'
import { Chip } from '../ui/chip'
import type { Tone } from '../ui/tone'

interface LineRowProps {
  line: LogLine
  onRequest: (requestId: string, at: string) => void
}

/** One line: an access log's in columns, any other as it is. */
export const LineRow = memo(function LineRow({ line, onRequest }: LineRowProps) {
  const { zone } = usePreferences()
  const { requestId } = line
  return (
    <li className="hover:bg-hover flex flex-wrap items-baseline gap-x-3 gap-y-0.5 px-3.5 py-1 text-xs">
      <time dateTime={line.at} title={date(line.at, 'full', zone)} className="text-ink-3 font-mono">
        {date(line.at, 'millis', zone)}
      </time>
      <LineText line={line} />
      {requestId && (
        <button
          type="button"
          title={`Everything about ${requestId}`}
          aria-label={`Request ${requestId}`}
          className="text-accent ml-auto font-mono hover:underline"
          onClick={() => onRequest(requestId, line.at)}
        >
          {requestId.slice(0, 8)}
        </button>
      )}
    </li>
  )
})

export function LineText({ line: { text, fields } }: { line: Pick<LogLine, 'text' | 'fields'> }) {
  if (!fields?.status)
    return <span className="min-w-0 flex-1 font-mono wrap-anywhere">{text.replace(/^\([\w=-]+\) /, '')}</span>
  const latency = Number(fields.responseLatency)
  return (
    <>
      <Chip tone={toneOf(fields.status)}>{fields.status}</Chip>
      <span className="font-mono wrap-anywhere">
        {fields.httpMethod} {fields.path ?? fields.resourcePath}
      </span>
      {Number.isFinite(latency) && <span className="text-ink-2">{duration(latency)}</span>}
      {fields['error.responseType'] && <span className="text-bad">{fields['error.responseType']}</span>}
      {fields['identity.apiKeyId'] && <span className="text-ink-3 font-mono">key {fields['identity.apiKeyId']}</span>}
    </>
  )
}

const toneOf = (status: string): Tone => (status >= '500' ? 'bad' : status >= '400' ? 'warn' : 'ok')
