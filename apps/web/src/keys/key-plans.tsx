import { Link } from '@tanstack/react-router'
import type { KeyView } from '@callboard/shared-types/keys/keys.schemas'
import { limitsInWords } from '@callboard/shared-types/plans/plan-words'
import { Empty } from '../ui/empty'
import { OpenedStages } from '../ui/opened-stages'
import { Panel } from '../ui/panel'
import { RowHead, Table, Td, Th } from '../ui/table'

/** What the key opens, and how much of it. */
export const KeyPlans = ({ connection, view }: { connection: string; view: KeyView }) => (
  <Panel
    flush
    title="What it opens"
    note="each key has its own bucket and its own quota; AWS counts best effort, not exactly"
  >
    {view.plans.length === 0 ? (
      <Empty title="In no usage plan">A key opens nothing by itself: every call with it gets 403.</Empty>
    ) : (
      <Table aria-label="Usage plans of the key">
        <thead>
          <tr>
            <Th>Usage plan</Th>
            <Th>Limits</Th>
            <Th>Stages</Th>
          </tr>
        </thead>
        <tbody>
          {view.plans.map(({ id, name, throttle, quota, stages }) => (
            <tr key={id}>
              <RowHead className="font-semibold">
                <Link to="/c/$connection/plans/$planId" params={{ connection, planId: id }} className="hover:underline">
                  {name}
                </Link>
              </RowHead>
              <Td>{limitsInWords({ throttle, quota })}</Td>
              <Td>
                <OpenedStages stages={stages} />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    )}
  </Panel>
)
