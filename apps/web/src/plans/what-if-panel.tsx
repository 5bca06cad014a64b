import { skipToken, useQuery } from '@tanstack/react-query'
import { FlaskConical } from 'lucide-react'
import { useState } from 'react'
import { limitsInWords } from '@callboard/shared-types/plans/plan-words'
import type { PlanRow } from '@callboard/shared-types/plans/plans.schemas'
import { whatIfHours, type WhatIf } from '@callboard/shared-types/plans/what-if.schemas'
import { api } from '../lib/api'
import { count, noData, percent, plural } from '../lib/format'
import { Button } from '../ui/button'
import { DayStrip } from '../ui/charts/day-strip'
import { Empty } from '../ui/empty'
import { Failure } from '../ui/failure'
import { Note } from '../ui/note'
import { Panel } from '../ui/panel'
import { Select } from '../ui/select'
import { Loading, Skeleton } from '../ui/skeleton'
import { RowHead, Table, Td, Th } from '../ui/table'
import { DateTime } from '../ui/when'
import { stageKeyOf, type PlanEdits } from './plan-edits'

interface WhatIfPanelProps {
  connection: string
  plan: PlanRow
  /** What is tried: the limits as they would be with these. */
  edits: PlanEdits
}

type Asked = Parameters<typeof api.plans.whatIf.queryOptions>[0]['input']

/** Replays the last hours of a stage's access log through the limits above: who would have been refused, when, how often. */
export function WhatIfPanel({ connection, plan, edits }: WhatIfPanelProps) {
  const [stage, setStage] = useState<string>('')
  const [hours, setHours] = useState<(typeof whatIfHours)[number]>(24)
  const [asked, setAsked] = useState<Exclude<Asked, typeof skipToken> | null>(null)
  const { data, error, isFetching, refetch } = useQuery(
    api.plans.whatIf.queryOptions({ input: asked ?? skipToken, staleTime: Infinity }),
  )
  const stages = plan.stages.filter(({ exists }) => exists !== false)
  const at = stages.find((of) => stageKeyOf(of) === stage) ?? stages[0]
  const throttle = edits.throttle === undefined ? plan.throttle : edits.throttle
  const quota = edits.quota === undefined ? plan.quota : edits.quota
  if (!at) return null
  const ask = () =>
    setAsked({
      connection,
      planId: plan.id,
      at: stageKeyOf(at),
      hours,
      ...throttle,
      ...(quota && { quotaLimit: quota.limit, quotaPeriod: quota.period, quotaOffset: quota.offset }),
    })
  return (
    <Panel
      title="What if?"
      note="the last hours of the access log, call by call, through the limits above and those of the methods as they are"
      actions={
        <>
          {stages.length > 1 && (
            <Select
              label="Stage"
              quietLabel
              value={stageKeyOf(at)}
              options={stages.map((of) => ({ value: stageKeyOf(of), label: `${of.apiName} ${of.stage}` }))}
              onChoose={setStage}
              className="h-6.5 w-40 text-xs"
            />
          )}
          <Select
            label="Hours"
            quietLabel
            value={String(hours)}
            options={whatIfHours.map((of) => ({ value: String(of), label: `${of} hours` }))}
            onChoose={(of) => setHours(Number(of) as typeof hours)}
            className="h-6.5 w-28 text-xs"
          />
          <Button size="small" onClick={ask}>
            <FlaskConical size={13} aria-hidden /> Try {limitsInWords({ throttle, quota })}
          </Button>
        </>
      }
    >
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {isFetching && !data && (
        <>
          <Loading what="what would have been refused" />
          <Skeleton className="h-24 w-full" />
        </>
      )}
      {data && <Answer data={data} />}
      {!asked && (
        <p className="text-ink-3 text-sm">
          Edit the limits above, and see whom they would have refused, before anybody is.
        </p>
      )}
    </Panel>
  )
}

function Answer({ data }: { data: WhatIf }) {
  if (data.unknown) return <Note look="warn">{data.unknown}.</Note>
  if (data.calls === 0) return <Empty title="No calls">None of the plan’s keys called in this time.</Empty>
  const refused = data.keys.filter(({ throttled, overQuota }) => throttled + overQuota > 0)
  return (
    <div className="flex flex-col gap-2.5" role="status">
      <div className="flex flex-wrap items-center gap-x-5 gap-y-1.5">
        <p>
          <b className="text-lg">{count(data.refused)}</b> of {count(data.calls)} calls refused
          {data.refused > 0 && ` (${percent(data.refused / data.calls)}), of ${plural(refused.length, 'key')}`}
        </p>
        {data.refused > 0 && (
          <DayStrip
            values={data.byHour}
            label={`Refused calls by hour, ${count(Math.max(...data.byHour))} at the most`}
          />
        )}
        <span className="text-ink-3 text-xs">
          <DateTime at={data.from} /> to <DateTime at={data.to} />
        </span>
      </div>
      {!data.complete && (
        <Note look="warn">
          There were more lines than could be read: the answer ends at <DateTime at={data.to} />.
        </Note>
      )}
      {refused.length === 0 ? (
        <Note>Nobody would have been refused.</Note>
      ) : (
        <Table aria-label="Keys that would have been refused" className="text-sm">
          <thead>
            <tr>
              <Th>Key</Th>
              <Th className="text-right">Calls</Th>
              <Th className="text-right">429 Too Many Requests</Th>
              <Th className="text-right">429 Limit Exceeded</Th>
              <Th>First</Th>
              <Th>Last</Th>
            </tr>
          </thead>
          <tbody>
            {refused.slice(0, 20).map((key) => (
              <tr key={key.keyId}>
                <RowHead className="font-semibold">{key.name || key.keyId}</RowHead>
                <Td className="text-right">{count(key.calls)}</Td>
                <Td className="text-right">{key.throttled > 0 ? count(key.throttled) : noData}</Td>
                <Td className="text-right">{key.overQuota > 0 ? count(key.overQuota) : noData}</Td>
                <Td>{key.firstRefusedAt && <DateTime at={key.firstRefusedAt} />}</Td>
                <Td>{key.lastRefusedAt && <DateTime at={key.lastRefusedAt} />}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </div>
  )
}
