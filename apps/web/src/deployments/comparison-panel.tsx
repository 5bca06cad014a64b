import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { api } from '../lib/api'
import { Button } from '../ui/button'
import { Failure } from '../ui/failure'
import { Panel } from '../ui/panel'
import { DefinitionChanges } from './definition-changes'
import { RouteChanges } from '../ui/route-changes'
import { Loading, Skeleton } from '../ui/skeleton'

interface ComparisonPanelProps {
  address: StageAddress
  from: string
  to: string
  whyNotRoll: string | null
  onRollBack: (id: string) => void
  onClose: () => void
}

/** What the newer of two deployments brought, took and changed: routes, and all else where both definitions were kept. */
export function ComparisonPanel({ address, from, to, whyNotRoll, onRollBack, onClose }: ComparisonPanelProps) {
  const { data, error, isPending, refetch } = useQuery(
    api.deployments.compare.queryOptions({ input: { ...address, from, to }, staleTime: 60_000 }),
  )
  const older = data?.from.label ?? from
  const newer = data?.to.label ?? to
  const canRoll = data && data.to.liveOn.includes(address.stage)
  return (
    <Panel
      title={
        <>
          Compare <span className="font-mono">{older}</span> → <span className="font-mono">{newer}</span>
        </>
      }
      className="2xl:w-120"
      actions={
        <>
          {canRoll && (
            <Button size="small" why={whyNotRoll} onClick={() => onRollBack(from)}>
              Roll back to {older}…
            </Button>
          )}
          <Button look="quiet" size="small" onClick={onClose} aria-label="Close the comparison">
            <X size={14} aria-hidden />
          </Button>
        </>
      }
    >
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {isPending && (
        <div className="flex flex-col gap-2">
          <Loading what="the comparison" />
          <Skeleton className="h-5 w-2/3" />
          <Skeleton className="h-5 w-1/2" />
          <Skeleton className="h-5 w-3/5" />
        </div>
      )}
      {data && <RouteChanges difference={data} newer={newer} />}
      {data && <DefinitionChanges difference={data.definition} />}
    </Panel>
  )
}
