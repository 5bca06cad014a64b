import type { DeploymentHistory } from '@callboard/shared-types/deployments/deployments.schemas'
import { Loading, Skeleton } from '../ui/skeleton'
import { Table, Td, Th } from '../ui/table'
import { DeploymentRow, type RowContext } from './deployment-row'
import { GoneRow } from './gone-row'

interface DeploymentsTableProps extends RowContext {
  deployments: DeploymentHistory['items']
  gone: DeploymentHistory['gone']
  loading: boolean
}

export function DeploymentsTable(props: DeploymentsTableProps) {
  const { address, deployments, gone, loading } = props
  const live = deployments.find(({ liveOn }) => liveOn.includes(address.stage))
  const rows = [
    ...deployments.map((there) => ({ at: there.createdAt, there, gone: null })),
    ...gone.map((of) => ({ at: of.createdAt, there: null, gone: of })),
  ].toSorted((a, b) => b.at.localeCompare(a.at))
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
          {rows.map(({ there, gone: of }) =>
            there ? (
              <DeploymentRow key={there.id} {...props} deployment={there} live={live} />
            ) : (
              of && <GoneRow key={of.id} {...props} deployment={of} live={live} />
            ),
          )}
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
