import type { StageVariables } from '@callboard/shared-types/variables/variables.schemas'
import { share } from '../lib/format'
import { Loading, Skeleton } from '../ui/skeleton'
import { Table, Td, Th } from '../ui/table'
import { AddedRow } from './added-row'
import { VariableRow, type RowContext } from './variable-row'

interface VariablesTableProps extends Omit<RowContext, 'view'> {
  /** Undefined while it's on its way. */
  view: StageVariables | undefined
  names: string[]
  ticked: string[]
  onTick: (name: string) => void
}

export function VariablesTable({ view, names, ticked, onTick, ...context }: VariablesTableProps) {
  return (
    <>
      {!view && <Loading what="variables" />}
      <Table aria-label="Variables">
        <thead>
          <tr>
            <Th>
              <span className="sr-only">Copy</span>
            </Th>
            <Th>Name</Th>
            <Th className="w-[26%]">Value</Th>
            {view?.canary && <Th className="w-[22%]">Canary’s value ({share(view.canary.percentTraffic)})</Th>}
            <Th>Used by</Th>
            <Th className="max-md:hidden">Other stages</Th>
            <Th>
              <span className="sr-only">Actions</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {view &&
            names.map((name) => (
              <VariableRow
                key={name}
                {...context}
                view={view}
                name={name}
                ticked={ticked.includes(name)}
                onTick={() => onTick(name)}
              />
            ))}
          {view && context.draft.added.map((row) => <AddedRow key={row.key} {...context} view={view} row={row} />)}
          {!view && ['w-24', 'w-28', 'w-20'].map((size, index) => <RowSkeleton key={index} size={size} />)}
        </tbody>
      </Table>
    </>
  )
}

const RowSkeleton = ({ size }: { size: string }) => (
  <tr>
    {['w-4', size, 'h-8 w-full', 'w-16', 'w-24', 'w-6'].map((width, index) => (
      <Td key={index} className={index === 4 ? 'max-md:hidden' : undefined}>
        <Skeleton className={`h-4 ${width}`} />
      </Td>
    ))}
  </tr>
)
