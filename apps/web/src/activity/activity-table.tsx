import type { Change } from '@callboard/shared-types/changes/change.schemas'
import { Loading, Skeleton } from '../ui/skeleton'
import { Table, Td, Th } from '../ui/table'
import { ActivityRow } from './activity-row'

interface ActivityTableProps {
  changes: Change[]
  loading: boolean
  /** Which stage it was, where the table shows several. */
  withPlace: boolean
}

export const ActivityTable = ({ changes, loading, withPlace }: ActivityTableProps) => (
  <>
    {loading && <Loading what="activity" />}
    <Table aria-label="Activity">
      <thead>
        <tr>
          <Th>When</Th>
          <Th>Status</Th>
          <Th>What</Th>
          {withPlace && <Th className="max-md:hidden">Stage</Th>}
          <Th className="max-sm:hidden">Who</Th>
          <Th>
            <span className="sr-only">Undo</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <ActivityRow key={change.id} change={change} withPlace={withPlace} />
        ))}
        {loading && [1, 2, 3, 4].map((row) => <RowSkeleton key={row} withPlace={withPlace} />)}
      </tbody>
    </Table>
  </>
)

const RowSkeleton = ({ withPlace }: { withPlace: boolean }) => (
  <tr>
    <Td>
      <Skeleton className="h-4 w-20" />
    </Td>
    <Td>
      <Skeleton className="h-4 w-16" />
    </Td>
    <Td>
      <Skeleton className="h-4 w-56" />
      <br />
      <Skeleton className="mt-1 h-4 w-40" />
    </Td>
    {withPlace && (
      <Td className="max-md:hidden">
        <Skeleton className="h-4 w-24" />
      </Td>
    )}
    <Td className="max-sm:hidden">
      <Skeleton className="h-4 w-14" />
    </Td>
    <Td>
      <Skeleton className="h-6.5 w-18" />
    </Td>
  </tr>
)
