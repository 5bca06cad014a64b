import type { ReactNode } from 'react'
import type { Connection, ConnectionStatus } from '@callboard/shared-types/connections/connections.schemas'
import { colourOf } from '../lib/connections'
import { count } from '../lib/format'
import { Button } from '../ui/button'
import { Chip } from '../ui/chip'
import { Dot } from '../ui/dot'
import { Failure } from '../ui/failure'
import { Gauge } from '../ui/gauge'
import { Note } from '../ui/note'
import { Panel } from '../ui/panel'
import { Loading, Skeleton } from '../ui/skeleton'
import { Status } from '../ui/status'
import { AsOf } from '../ui/when'
import { budgetWords } from './budget'
import { stateLooks } from './connection-state'
import { useStatus } from './use-status'

/** One account and region: whether AWS answers, what it says of the account, and what of our budget is used. */
export function ConnectionPanel({ connection }: { connection: Connection }) {
  const { name, accountId, region, demo, deniedActions, invokeUrlTemplate } = connection
  const status = useStatus(name)
  const look = status.data && stateLooks[status.data.state]
  return (
    <Panel
      title={
        <span className="inline-flex items-center gap-2">
          <Dot colour={colourOf(connection)} /> {name}
          {demo && <Chip tone="off">demo</Chip>}
        </span>
      }
      note={
        <span className="font-mono">
          {accountId} · {region}
        </span>
      }
      actions={
        <>
          <AsOf at={status.data?.asOf} />
          {look ? (
            <Status icon={look.icon} tone={look.tone}>
              {look.word}
            </Status>
          ) : (
            status.isPending && <Skeleton className="h-4 w-20" />
          )}
        </>
      }
    >
      {status.isPending && <Loading what={`the state of ${name}`} />}
      {status.error && <Failure error={status.error} onRetry={() => void status.refetch()} />}
      {status.data && look?.todo && (
        <div className="mb-3">
          <Note look={look.tone === 'warn' ? 'warn' : 'bad'}>
            {status.data.sentence && <p className="text-ink">AWS says: “{status.data.sentence}”</p>}
            <p className="text-ink-2">{look.todo}</p>
            <Button size="small" className="mt-2" onClick={() => void status.refetch()}>
              Check again
            </Button>
          </Note>
        </div>
      )}
      {status.data && <Facts status={status.data} />}
      <dl className="mt-3 grid gap-x-8 gap-y-3 sm:grid-cols-3">
        <Fact term="Invoke URL" wide>
          <span className="font-mono text-xs wrap-anywhere">{invokeUrlTemplate}</span>
        </Fact>
        <Fact term="Denied by AWS lately">
          {deniedActions.length === 0 ? (
            <span className="text-ink-3">nothing</span>
          ) : (
            <span className="text-bad font-mono text-xs">{deniedActions.join(', ')}</span>
          )}
        </Fact>
      </dl>
    </Panel>
  )
}

function Facts({ status: { budget, logRoleArn, throttle, state } }: { status: ConnectionStatus }) {
  const unknown = <span className="text-ink-3">{state === 'reachable' ? 'AWS didn’t tell' : 'unknown'}</span>
  return (
    <dl className="grid gap-x-8 gap-y-3 sm:grid-cols-3">
      <Fact term="Call budget of Callboard">
        <Gauge
          label="AWS call budget"
          used={budget.used}
          of={budget.allowed}
          text={budgetWords(budget)}
          className="mb-0.5 w-full max-w-60"
        />
        <span className="text-ink-2 block text-xs">{budgetWords(budget)}</span>
        {budget.waiting > 0 && <Chip tone="warn">{budget.waiting} queued</Chip>}
      </Fact>
      <Fact term="Throttle of the account">
        {throttle ? `${count(throttle.rateLimit)} requests/s, bursts of ${count(throttle.burstLimit)}` : unknown}
      </Fact>
      <Fact term="Role for writing logs">
        {logRoleArn ? (
          <span className="font-mono text-xs wrap-anywhere">{logRoleArn}</span>
        ) : state === 'reachable' ? (
          <Status icon="warn" tone="warn">
            None: API Gateway can’t write logs here
          </Status>
        ) : (
          unknown
        )}
      </Fact>
    </dl>
  )
}

interface FactProps {
  term: string
  wide?: boolean
  children: ReactNode
}

const Fact = ({ term, wide, children }: FactProps) => (
  <div className={wide ? 'sm:col-span-2' : undefined}>
    <dt className="text-ink-3 text-xs">{term}</dt>
    <dd>{children}</dd>
  </div>
)
