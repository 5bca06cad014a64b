import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { PlanRow } from '@callboard/shared-types/plans/plans.schemas'
import { limitsInWords } from '@callboard/shared-types/plans/plan-words'
import { api } from '../lib/api'
import { count, plural } from '../lib/format'
import { Empty } from '../ui/empty'
import { Failure } from '../ui/failure'
import { OpenedStages } from '../ui/opened-stages'
import { PageHead, useTitle } from '../ui/page'
import { Panel } from '../ui/panel'
import { Loading, Skeleton } from '../ui/skeleton'
import { RowHead, Table, Td, Th } from '../ui/table'
import { AsOf } from '../ui/when'

interface PlansPageProps {
  connection: string
  /** What can be done, above the list. */
  acts: ReactNode
  head: ReactNode
}

/** Every usage plan of an account and region. */
export function PlansPage({ connection, acts, head }: PlansPageProps) {
  useTitle('Usage plans')
  const { data, error, isPending, refetch } = useQuery(
    api.plans.list.queryOptions({ input: { connection }, refetchInterval: 30_000 }),
  )
  return (
    <>
      <PageHead
        title="Usage plans"
        note={
          data && (
            <>
              <span>{plural(data.items.length, 'plan')}</span> · <AsOf at={data.asOf} />
            </>
          )
        }
      >
        {acts}
      </PageHead>
      {head}
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {isPending && (
        <Panel flush>
          <Loading what="the usage plans" />
          {Array.from({ length: 5 }, (_, row) => (
            <div key={row} className="border-line-soft flex h-12 items-center gap-8 border-b px-3.5 last:border-b-0">
              <Skeleton className="h-4 w-40" />
              <Skeleton className="h-4 w-64" />
              <Skeleton className="h-4 w-24" />
            </div>
          ))}
        </Panel>
      )}
      {data && (
        <Panel flush>
          {data.items.length === 0 ? (
            <Empty title="No usage plans yet">
              <p>
                A plan says which stages its keys may call, and how much: requests a second, and in a day, week or
                month.
              </p>
            </Empty>
          ) : (
            <Table aria-label="Usage plans">
              <thead>
                <tr>
                  <Th>Usage plan</Th>
                  <Th>Limits, each key by itself</Th>
                  <Th>Stages</Th>
                  <Th className="text-right">Keys</Th>
                </tr>
              </thead>
              <tbody>
                {data.items.map((plan) => (
                  <Row key={plan.id} connection={connection} plan={plan} />
                ))}
              </tbody>
            </Table>
          )}
        </Panel>
      )}
    </>
  )
}

function Row({ connection, plan }: { connection: string; plan: PlanRow }) {
  const methods = plan.stages.reduce((sum, stage) => sum + Object.keys(stage.methods).length, 0)
  return (
    <tr className="hover:bg-hover relative">
      <RowHead>
        <Link
          to="/c/$connection/plans/$planId"
          params={{ connection, planId: plan.id }}
          className="font-semibold after:absolute after:inset-0"
        >
          {plan.name}
        </Link>
        <span className="text-ink-3 block text-xs">
          <span className="font-mono">{plan.id}</span>
          {plan.description && ` · ${plan.description}`}
        </span>
      </RowHead>
      <Td>
        {limitsInWords(plan)}
        {methods > 0 && (
          <span className="text-ink-3 block text-xs">{plural(methods, 'method')} with limits of their own</span>
        )}
      </Td>
      <Td>
        <OpenedStages stages={plan.stages} />
      </Td>
      <Td className="text-right">{plan.keys === null ? <Skeleton still className="h-4 w-6" /> : count(plan.keys)}</Td>
    </tr>
  )
}
