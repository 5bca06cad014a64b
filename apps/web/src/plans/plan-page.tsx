import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { KeyUsage, PlanUsage } from '@callboard/shared-types/plans/usage.schemas'
import type { PlanView } from '@callboard/shared-types/plans/plans.schemas'
import { limitsInWords, quotaBegins } from '@callboard/shared-types/plans/plan-words'
import { api } from '../lib/api'
import { plural } from '../lib/format'
import { Failure } from '../ui/failure'
import { PageHead, useTitle } from '../ui/page'
import { Panel } from '../ui/panel'
import { Loading, Skeleton } from '../ui/skeleton'
import { AsOf } from '../ui/when'
import { LimitsForm } from './limits-form'
import type { PlanEdits } from './plan-edits'
import { StagesForm } from './stages-form'
import { PlanMethods } from './plan-methods'
import { PlanUsagePanels } from './plan-usage-panels'
import { WhatIfPanel } from './what-if-panel'
import { usePlanUsage } from './use-plan-usage'

interface PlanPageProps {
  connection: string
  planId: string
  days: number
  onDays: (days: number) => void
  edits: PlanEdits
  onEdits: (edits: PlanEdits) => void
  /** What can be done with it. */
  acts: ReactNode
  /** Extends the quota of a key; null where the person may not, with the reason. */
  onExtend: (key: KeyUsage) => void
  whyNotExtend: string | null
  head: ReactNode
  children: (view: PlanView, usage: PlanUsage | undefined) => ReactNode
}

/** One usage plan: its limits in words, what each method takes at the most, who uses how much. */
export function PlanPage({
  connection,
  planId,
  days,
  onDays,
  edits,
  onEdits,
  acts,
  onExtend,
  whyNotExtend,
  head,
  children,
}: PlanPageProps) {
  const { data, error, isPending, refetch } = useQuery(
    api.plans.get.queryOptions({ input: { connection, planId }, refetchInterval: 15_000 }),
  )
  const usage = usePlanUsage(connection, planId, days)
  useTitle(data?.plan.name ?? 'Usage plan')
  if (isPending)
    return (
      <>
        <Loading what="the usage plan" />
        <Skeleton className="mb-3 h-8 w-72" />
        <Skeleton className="mb-3 h-16 w-full" />
        <Skeleton className="mb-3 h-56 w-full" />
        <Skeleton className="h-56 w-full" />
      </>
    )
  if (!data) return <Failure error={error} onRetry={() => void refetch()} />
  const { plan } = data
  return (
    <>
      <PageHead
        title={plan.name}
        note={
          <>
            <span className="font-mono">{plan.id}</span>
            {plan.description && <span>· {plan.description}</span>} · <AsOf at={data.asOf} />
          </>
        }
      >
        {acts}
      </PageHead>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {head}
      <p className="mb-3 text-lg">
        {limitsInWords(plan)}
        <span className="text-ink-2 text-sm">
          {plan.throttle || plan.quota ? ', each key by itself' : ': the stage’s and the account’s hold'}
          {plan.quota && `; the quota begins anew ${quotaBegins(plan.quota)}`}
          {`. ${plural(data.keys.length, 'key')}. AWS counts best effort, not exactly.`}
        </span>
      </p>
      <div className="flex flex-col gap-3">
        <PlanUsagePanels
          connection={connection}
          days={days}
          onDays={onDays}
          usage={usage}
          planName={plan.name}
          onExtend={onExtend}
          whyNotExtend={whyNotExtend}
        />
        <Panel title="Limits" note="edits wait until they are reviewed; all of them go in one call">
          <LimitsForm plan={plan} edits={edits} onEdits={onEdits} />
        </Panel>
        <WhatIfPanel connection={connection} plan={plan} edits={edits} />
        <Panel title="Stages" note="that its keys may call">
          <StagesForm connection={connection} plan={plan} edits={edits} onEdits={onEdits} />
        </Panel>
        <PlanMethods view={data} edits={edits} onEdits={onEdits} />
      </div>
      {children(data, usage.data)}
    </>
  )
}
