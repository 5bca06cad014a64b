import { useQuery } from '@tanstack/react-query'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { api } from '../lib/api'
import { noData, plural } from '../lib/format'
import { Skeleton } from '../ui/skeleton'
import { useSeen } from '../ui/use-seen'

/** Each count is a call to AWS, so it's made when the row comes into view, and its answer never changes. */
export function RoutesCount({ address, deploymentId }: { address: StageAddress; deploymentId: string }) {
  const [ref, seen] = useSeen()
  const routes = useQuery(
    api.deployments.routes.queryOptions({
      input: { ...address, deploymentId },
      enabled: seen,
      staleTime: Infinity,
      gcTime: Infinity,
    }),
  )
  return (
    <span ref={ref}>
      {routes.data ? (
        plural(routes.data.routes.length, 'route')
      ) : routes.isError ? (
        <span title={routes.error.message}>{noData}</span>
      ) : (
        <Skeleton className="h-4 w-14" />
      )}
    </span>
  )
}
