import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { TimeRange } from '@callboard/shared-types/lib/time-range'
import type { Breakdown, LogsView } from '@callboard/shared-types/logs/logs.schemas'
import { api } from '../lib/api'
import { bytes, usd, words } from '../lib/format'
import { Button } from '../ui/button'
import { Failure } from '../ui/failure'
import { Note } from '../ui/note'
import { Panel } from '../ui/panel'
import { Segments } from '../ui/segments'
import { DateTime } from '../ui/when'
import { BreakdownTable, type Cut } from './breakdown-table'

interface BreakdownPanelProps {
  address: StageAddress
  range: TimeRange
  access: LogsView['access']
  open: boolean
  onOpen: (open: boolean) => void
  onFilter: (filter: string) => void
}

const names: Record<string, string> = { httpMethod: 'method', resourcePath: 'route', 'identity.apiKeyId': 'API key' }

/** Failed calls by status, by route and by key: CloudWatch has no metric of it, so Logs Insights counts the access log. */
export function BreakdownPanel({ address, range, access, open, onOpen, onFilter }: BreakdownPanelProps) {
  const queries = useQueryClient()
  const [cut, setCut] = useState<Cut>('route')
  const options = api.logs.breakdown.queryOptions({
    input: { ...address, range },
    enabled: open && access.state === 'group',
    staleTime: Infinity,
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? 100 : false),
  })
  const { data, error, isFetching, refetch } = useQuery(options)
  const running = open && isFetching && data?.state !== 'complete'
  const cancel = () => {
    onOpen(false)
    void queries.cancelQueries({ queryKey: options.queryKey })
    queries.removeQueries({ queryKey: options.queryKey })
  }
  const done = open && data?.state === 'complete' ? data : undefined
  return (
    <Panel
      flush
      title="Failed calls by status"
      note={
        done ? (
          <>
            <DateTime at={done.from} /> to <DateTime at={done.to} format="clock" />, {bytes(done.scannedBytes)} looked
            at, {usd(done.usd)}
          </>
        ) : (
          'from the access log, by Logs Insights at US$ 0.005 for a GB'
        )
      }
      actions={
        access.state === 'group' && (
          <>
            {done && (
              <Segments
                label="By"
                value={cut}
                options={[
                  { value: 'route', label: 'By route' },
                  { value: 'key', label: 'By key' },
                  { value: 'reason', label: 'By reason' },
                ]}
                onChoose={setCut}
              />
            )}
            {running ? (
              <Button size="small" onClick={cancel}>
                Cancel
              </Button>
            ) : (
              <Button size="small" onClick={() => (open ? void refetch() : onOpen(true))}>
                {open ? 'Count again' : 'Count them'}
              </Button>
            )}
          </>
        )
      }
    >
      {error && open && (
        <div className="px-3.5 pb-3.5">
          <Failure error={error} onRetry={() => void refetch()} />
        </div>
      )}
      {running && (
        <p role="status" className="text-ink-2 px-3.5 pb-3.5 text-sm">
          Logs Insights is counting…{' '}
          {data?.state === 'running' && data.scannedRecords > 0 && `${bytes(data.scannedBytes)} looked at so far`}
        </p>
      )}
      {access.state !== 'group' && (
        <p className="text-ink-2 px-3.5 pb-3.5 text-sm">
          CloudWatch counts 4XX and 5XX and no single status. With an access log in CloudWatch Logs they can be told
          apart.
        </p>
      )}
      {open && data && <Outcome data={data} />}
      {done && (
        <BreakdownTable
          breakdown={done}
          cut={cut}
          keys={access.keys}
          onFilter={onFilter}
          lacksKey={access.lacks.includes('identity.apiKeyId')}
        />
      )}
      {done && access.lacks.length > 0 && (
        <p className="text-ink-3 border-line-soft border-t px-3.5 py-2 text-xs">
          The access log’s format has no {words(access.lacks.map((name) => names[name] ?? name))}: add{' '}
          {access.lacks.map((name) => `$context.${name}`).join(', ')} in Settings to see more.
        </p>
      )}
    </Panel>
  )
}

const impossible = {
  off: 'The access log is off.',
  firehose: 'The access log goes to Firehose, where Callboard can’t look.',
  format: 'The access log’s format has no $context.status, or its values can’t be told apart: add it in Settings.',
  missing: 'The log group of the access log doesn’t exist.',
}

function Outcome({ data }: { data: Breakdown }) {
  if (data.state === 'impossible')
    return (
      <div className="px-3.5 pb-3.5">
        <Note look="warn">{impossible[data.why]}</Note>
      </div>
    )
  if (data.state === 'failed')
    return (
      <div className="px-3.5 pb-3.5">
        <Note look="bad">Logs Insights ended the query: {data.status}.</Note>
      </div>
    )
  return null
}
