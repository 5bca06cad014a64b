import { useQuery } from '@tanstack/react-query'
import type { KeyView } from '@callboard/shared-types/keys/keys.schemas'
import { fromInstant } from '@callboard/shared-types/lib/instant'
import { periodName } from '@callboard/shared-types/plans/plan-words'
import { api } from '../lib/api'
import { count } from '../lib/format'
import { BurnDown } from '../ui/charts/burn-down'
import { Failure } from '../ui/failure'
import { Panel } from '../ui/panel'
import { Skeleton } from '../ui/skeleton'
import { Status } from '../ui/status'
import { DateTime } from '../ui/when'

/** The longest period of a quota. */
const days = 31
const dayMs = 86_400_000

type Plan = KeyView['plans'][number]

/** What is left of the key's quota in each of its plans, and when it runs out at the present pace. */
export const BurnDownPanels = ({ connection, view }: { connection: string; view: KeyView }) =>
  view.plans
    .filter(({ quota }) => quota !== null)
    .map((plan) => <BurnDownPanel key={plan.id} connection={connection} plan={plan} keyId={view.key.id} />)

function BurnDownPanel({ connection, plan, keyId }: { connection: string; plan: Plan; keyId: string }) {
  const { data, error, isPending, refetch } = useQuery(
    api.plans.usage.queryOptions({ input: { connection, planId: plan.id, days }, refetchInterval: 60_000 }),
  )
  const title = `Quota of ${plan.name}`
  const of = data?.keys.find((key) => key.keyId === keyId)
  if (error || isPending || !data)
    return (
      <Panel title={title}>
        {error ? <Failure error={error} onRetry={() => void refetch()} /> : <Skeleton className="h-34 w-full" />}
      </Panel>
    )
  if (!of?.quota || !plan.quota) return null
  const { quota } = of
  const [fromMs, nowMs] = [fromInstant(quota.from), fromInstant(data.asOf)]
  const passed = Math.floor((nowMs - fromMs) / dayMs) + 1
  const runsOutMs = quota.runsOutAt === null ? null : fromInstant(quota.runsOutAt)
  return (
    <Panel
      title={title}
      note={`${count(quota.limit)} a ${periodName(plan.quota.period)}; ${count(quota.pacePerDay)} calls a day lately`}
      actions={
        quota.remaining <= 0 ? (
          <Status icon="bad" tone="bad">
            used up
          </Status>
        ) : quota.runsOutAt ? (
          <Status icon="warn" tone="warn">
            runs out <DateTime at={quota.runsOutAt} />
          </Status>
        ) : (
          <Status icon="ok" tone="ok">
            lasts until <DateTime at={quota.to} />
          </Status>
        )
      }
    >
      <BurnDown
        fromMs={fromMs}
        toMs={fromInstant(quota.to)}
        nowMs={nowMs}
        limit={quota.limit}
        used={of.used.slice(-passed)}
        remaining={quota.remaining}
        pacePerDay={quota.pacePerDay}
        runsOutMs={runsOutMs}
      />
      <p className="text-ink-2 mt-1.5 text-xs">{count(quota.remaining)} are left.</p>
    </Panel>
  )
}
