import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { api } from '../lib/api'
import { useWhyNot } from '../lib/why-not'
import { Failure } from '../ui/failure'
import { Note } from '../ui/note'
import { Loading, Skeleton } from '../ui/skeleton'
import { Age, AsOf } from '../ui/when'
import { CanaryActs } from './canary-acts'
import type { CanaryAct } from './canary-act'
import { CanaryReview } from './canary-reviews'
import { CanaryStatus } from './canary-state'
import { SharePanel } from './share-panel'
import { SideBySidePanel } from './side-by-side'
import { SidesPanel } from './sides-panel'
import { shareError } from './split'
import { emptyStart, parseOverrides } from './start-form'
import { StartPanel } from './start-panel'

interface CanaryPageProps {
  address: StageAddress
  /** The act under review. */
  review: CanaryAct | undefined
  onReview: (act: CanaryAct | undefined) => void
}

/** A share of the traffic on another deployment: set up, compared, ended one way or the other. */
export function CanaryPage({ address, review, onReview }: CanaryPageProps) {
  const query = useQuery(api.canary.get.queryOptions({ input: address, refetchInterval: 15_000 }))
  const whyNot = useWhyNot(address.connection, ['apigateway:PATCH'], 'Changing the canary')
  const [start, setStart] = useState(emptyStart)
  /** What the slider was moved to, over the share it was moved from: when that one changes, it is looked at anew. */
  const [moved, setMoved] = useState<{ from: number; to: number | null } | null>(null)
  const canary = query.data
  if (!canary)
    return query.error ? (
      <Failure error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <>
        <Loading what="the canary" />
        <Skeleton className="h-64 w-full" />
      </>
    )
  const now = canary.percentTraffic ?? 0
  // It was sent, or somebody else had the same wish.
  if (moved?.to === now) setMoved(null)
  const percent = moved ? moved.to : now
  const overrides = parseOverrides(start.overrides).error
  return (
    <div className="flex flex-col gap-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <CanaryStatus {...canary} />
        <span className="text-ink-2 text-xs">
          stage last changed <Age at={canary.changedAt} />
        </span>
        <AsOf at={canary.asOf} />
      </p>
      {canary.stale && (
        <Note look="warn">
          Nobody has touched this canary for more than a week. While it is attached, ordinary deployments to the stage
          are refused by AWS: promote or remove it.
        </Note>
      )}
      {moved && moved.from !== now && (
        <Note look="warn" alert>
          The share moved from {moved.from} % to {now} % since you began; yours is kept until you change it.
        </Note>
      )}
      {canary.canary ? (
        <div className="grid gap-3 lg:grid-cols-2 lg:items-start">
          <div className="flex flex-col gap-3">
            <SharePanel
              canary={canary}
              percent={percent}
              onPercent={(to) => setMoved(to === now ? null : { from: moved?.from ?? now, to })}
              error={shareError(percent)}
            />
            <SidesPanel address={address} canary={canary} />
          </div>
          <SideBySidePanel address={address} />
        </div>
      ) : (
        <StartPanel
          address={address}
          form={start}
          onForm={setStart}
          callsPerMinute={canary.callsPerMinute}
          errors={{ share: shareError(start.percent), overrides }}
        />
      )}
      <CanaryActs
        canary={canary}
        whyNot={whyNot}
        wrong={{ start: overrides ?? shareError(start.percent), share: shareError(percent) }}
        shareMoved={percent !== now}
        onAct={onReview}
      />
      {review && (
        <CanaryReview
          key={review}
          address={address}
          act={review}
          percent={percent}
          start={start}
          onClose={() => onReview(undefined)}
        />
      )}
    </div>
  )
}
