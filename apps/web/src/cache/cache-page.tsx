import { useQuery } from '@tanstack/react-query'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { api } from '../lib/api'
import { useKept } from '../lib/kept'
import { useWhyNot } from '../lib/why-not'
import { EditBar } from '../ui/edit-bar'
import { Failure } from '../ui/failure'
import { Note } from '../ui/note'
import { Loading, Skeleton } from '../ui/skeleton'
import { noEdits, rebased, summaryOf, withoutEdit } from './cache-edits'
import { CacheReview } from './cache-reviews'
import type { CacheAct } from './cache-act'
import { ClusterPanel } from './cluster-panel'
import { DefaultPanel } from './default-panel'
import { HitsPanel } from './hits-panel'
import { MethodsPanel } from './methods-panel'
import { MovedEdits } from './moved-edits'

interface CachePageProps {
  address: StageAddress
  /** What is under review, if anything. */
  review: CacheAct | undefined
  onReview: (act: CacheAct | undefined) => void
}

/** The stage's cache as it is, with the edits that aren't sent yet lying over it. */
export function CachePage({ address, review, onReview }: CachePageProps) {
  const {
    data: view,
    error,
    refetch,
  } = useQuery(api.cache.get.queryOptions({ input: address, refetchInterval: 15_000 }))
  const [draft, setDraft] = useKept(`cache/${address.connection}/${address.apiId}/${address.stage}`, noEdits)
  const whyNot = useWhyNot(address.connection, ['apigateway:PATCH'], 'Changing the cache')
  const failure = error && <Failure error={error} onRetry={() => void refetch()} />
  if (!view) return failure ?? <CacheSkeleton />
  const { count, moved, problem, edits } = summaryOf(view, draft)
  const parts = { view, draft, whyNot, onDraft: setDraft }
  return (
    <div className="flex flex-col gap-3">
      {failure}
      {whyNot && <Note>{whyNot}</Note>}
      <MovedEdits
        moved={moved}
        onKeep={(field) => setDraft(rebased(view, draft, field))}
        onTake={(field) => setDraft(withoutEdit(draft, field))}
      />
      <div className="grid gap-3 lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-stretch">
        <ClusterPanel {...parts} onFlush={onReview} />
        <HitsPanel view={view} />
      </div>
      <DefaultPanel {...parts} />
      <MethodsPanel {...parts} />
      <EditBar
        edits={count}
        why={whyNot ?? problem}
        onDiscard={() => setDraft(noEdits)}
        onReview={() => onReview('save')}
      />
      {review && (review !== 'save' || count > 0) && (
        <CacheReview
          address={address}
          act={review}
          edits={edits}
          onSaved={() => setDraft(noEdits)}
          onClose={() => onReview(undefined)}
        />
      )}
    </div>
  )
}

const CacheSkeleton = () => (
  <div className="flex flex-col gap-3">
    <Loading what="the cache" />
    <Skeleton className="h-36 w-full" />
    <Skeleton className="h-28 w-full" />
    <Skeleton className="h-64 w-full" />
  </div>
)
