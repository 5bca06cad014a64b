import type { KeyUsage } from '@callboard/shared-types/plans/usage.schemas'
import { count } from '../lib/format'
import { Gauge } from '../ui/gauge'
import { Status } from '../ui/status'
import { DateTime } from '../ui/when'

/** What of a key's quota is used, and when it runs out if it goes on so. */
export function QuotaCell({ of: { quota, name } }: { of: KeyUsage }) {
  if (!quota) return <span className="text-ink-3 text-xs">no quota</span>
  const { limit, remaining, runsOutAt, to } = quota
  const used = Math.max(0, limit - remaining)
  const text = `${count(remaining)} of ${count(limit)} left`
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
      <Gauge label={`Quota of ${name}`} used={used} of={limit} text={text} className="w-24" />
      <span className="text-xs whitespace-nowrap">{text}</span>
      <span className="text-ink-3 text-xs whitespace-nowrap">
        {remaining <= 0 ? (
          <Status icon="bad" tone="bad">
            used up until <DateTime at={to} />
          </Status>
        ) : runsOutAt ? (
          <Status icon="warn" tone="warn">
            runs out <DateTime at={runsOutAt} />
          </Status>
        ) : (
          <>
            anew <DateTime at={to} />
          </>
        )}
      </span>
    </span>
  )
}
