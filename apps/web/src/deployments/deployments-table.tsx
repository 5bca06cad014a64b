import type { Deployment } from '@callboard/shared-types/deployments/deployments.schemas'
import { Loading, Skeleton } from '../ui/skeleton'
import { Table, Td, Th } from '../ui/table'
import { DeploymentRow, type RowContext } from './deployment-row'

interface DeploymentsTableProps extends RowContext {
  deployments: Deployment[]
  loading: boolean
}

export function DeploymentsTable(props: DeploymentsTableProps) {
  const { address, deployments, loading } = props
  const live = deployments.find(({ liveOn }) => liveOn.includes(address.stage))
  return (
    <>
      {loading && <Loading what="deployments" />}
      <Table aria-label="Deployments">
        <thead>
          <tr>
            <Th>
              <span className="sr-only">Compare</span>
            </Th>
            <Th>Deployment</Th>
            <Th>Live on</Th>
            <Th className="max-md:hidden">By</Th>
            <Th>When</Th>
            <Th className="text-right max-md:hidden">Routes</Th>
            <Th>
              <span className="sr-only">Actions</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {deployments.map((deployment) => (
            <DeploymentRow key={deployment.id} {...props} deployment={deployment} live={live} />
          ))}
          {loading &&
            ['w-24', 'w-28', 'w-20', 'w-24', 'w-28'].map((size, index) => <RowSkeleton key={index} size={size} />)}
        </tbody>
      </Table>
    </>
  )
}

const RowSkeleton = ({ size }: { size: string }) => (
  <tr>
    {['w-4', size, 'w-12', 'w-14', 'w-24', 'w-14', 'w-32 h-6.5'].map((width, index) => (
      <Td key={index} className={['', '', '', 'max-md:hidden', '', 'max-md:hidden', ''][index]}>
        <Skeleton className={`h-4 ${width}`} />
      </Td>
    ))}
  </tr>
)
