import { Fragment, type ReactNode } from 'react'
import type { ApiView } from '@callboard/shared-types/apis/apis.schemas'
import { cx } from '../ui/cx'
import { Empty } from '../ui/empty'
import { FilterChip } from '../ui/filter-chip'
import { Panel } from '../ui/panel'
import { Table, Td, Th } from '../ui/table'
import type { ApiAddress } from './api-address'
import { stageRows, type StageColumn, type StageRow } from './stage-columns'
import { StageHeads } from './stage-heads'

interface StagesPanelProps {
  address: ApiAddress
  stages: StageColumn[]
  deployments: ApiView['deployments']
  onlyDifferences: boolean
  onOnlyDifferences: (only: boolean) => void
  acts: ReactNode
}

/** What each stage has, side by side; what isn't as in the others stands out. */
export function StagesPanel(props: StagesPanelProps) {
  const { address, stages, deployments, onlyDifferences, onOnlyDifferences, acts } = props
  const rows = stageRows(stages, deployments)
  const differing = rows.filter(({ differs }) => differs)
  const groups = [...Map.groupBy(onlyDifferences ? differing : rows, ({ group }) => group)]
  return (
    <Panel
      flush
      title="Stages side by side"
      note="marked where a stage isn’t as most of the others"
      className="overflow-x-auto"
      actions={
        <>
          <FilterChip
            tone="accent"
            pressed={onlyDifferences}
            count={differing.length}
            onToggle={() => onOnlyDifferences(!onlyDifferences)}
          >
            Only differences
          </FilterChip>
          {acts}
        </>
      }
    >
      {groups.length === 0 ? (
        <Empty title="The stages don’t differ">
          {stages.length === 1 ? 'This API has only one.' : 'All have the same of everything that AWS tells.'}
        </Empty>
      ) : (
        <Table aria-label="Stages side by side">
          <thead>
            <tr>
              <Th>
                <span className="sr-only">What</span>
              </Th>
              <StageHeads address={address} stages={stages} />
            </tr>
          </thead>
          <tbody>
            {groups.map(([group, members]) => (
              <Fragment key={group}>
                <tr>
                  <th
                    scope="colgroup"
                    colSpan={stages.length + 1}
                    className="bg-sunken text-ink-3 border-line-soft text-2xs border-b px-3.5 py-1 font-semibold"
                  >
                    {group}
                  </th>
                </tr>
                {members.map((member) => (
                  <Row key={member.label} row={member} stages={stages} />
                ))}
              </Fragment>
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  )
}

const plain = new Set(['Deployment', 'Canary', 'Settings', 'Cache'])

const Row = ({ row: { group, label, cells }, stages }: { row: StageRow; stages: StageColumn[] }) => (
  <tr>
    <th
      scope="row"
      className={cx(
        'text-ink-2 border-line-soft border-b py-1.75 pr-2 pl-3.5 font-normal',
        !plain.has(group) && 'font-mono text-xs',
      )}
    >
      {label}
    </th>
    {cells.map(({ value, note, differs }, index) => (
      <Td key={stages[index]!.stage} className={cx(differs && 'bg-warn-weak')}>
        {differs && (
          <span className="text-warn mr-1 font-semibold">
            <span aria-hidden>≠</span>
            <span className="sr-only">Differs: </span>
          </span>
        )}
        {value === null ? (
          <span className={differs ? 'text-ink-2' : 'text-ink-3'}>none</span>
        ) : (
          <>
            {note && <span className="mr-2">{note}</span>}
            <span className={cx('font-mono text-xs wrap-anywhere', note && 'text-ink-2')}>{value}</span>
          </>
        )}
      </Td>
    ))}
  </tr>
)
