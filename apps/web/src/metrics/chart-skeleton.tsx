import { Panel } from '../ui/panel'
import { Loading, Skeleton } from '../ui/skeleton'

export const ChartSkeleton = ({ title }: { title: string }) => (
  <Panel title={title}>
    <Loading what={title} />
    <Skeleton className="mb-1.5 h-5 w-40" />
    <Skeleton className="h-42 w-full" />
  </Panel>
)
