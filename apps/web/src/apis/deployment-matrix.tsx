import { useState } from 'react'
import type { ApiView } from '@callboard/shared-types/apis/apis.schemas'
import { plural } from '../lib/format'
import { Button } from '../ui/button'
import { Empty } from '../ui/empty'
import { Panel } from '../ui/panel'
import { Status } from '../ui/status'
import { Table, Td, Th } from '../ui/table'
import { Age } from '../ui/when'
import type { ApiAddress } from './api-address'
import type { StageColumn } from './stage-columns'
import { StageHeads } from './stage-heads'

/** How many of the newest are shown even if nothing runs them. */
const newest = 6

interface DeploymentMatrixProps {
  address: ApiAddress
  stages: StageColumn[]
  deployments: ApiView['deployments']
}

/** What points where: each deployment against each stage. */
export function DeploymentMatrix({ address, stages, deployments }: DeploymentMatrixProps) {
  const [all, setAll] = useState(false)
  const shown = deployments.filter(
    ({ liveOn, canaryOn }, index) => all || index < newest || liveOn.length + canaryOn.length > 0,
  )
  const hidden = deployments.length - shown.length
  return (
    <Panel
      flush
      title="What runs where"
      note="deployments, newest first"
      className="overflow-x-auto"
      actions={
        hidden > 0 && (
          <Button size="small" onClick={() => setAll(true)}>
            Show {plural(hidden, 'more', 'more')} that no stage runs
          </Button>
        )
      }
    >
      {deployments.length === 0 ? (
        <Empty title="This API was never deployed">Deploy it to one of its stages above.</Empty>
      ) : (
        <Table aria-label="What runs where">
          <thead>
            <tr>
              <Th>Deployment</Th>
              <Th>Made</Th>
              <StageHeads address={address} stages={stages} />
            </tr>
          </thead>
          <tbody>
            {shown.map(({ id, label, by, createdAt, liveOn, canaryOn }) => (
              <tr key={id} className="hover:bg-hover">
                <th scope="row" className="border-line-soft border-b py-1.75 pr-2 pl-3.5 font-normal">
                  <span className="font-mono text-sm font-semibold">{label ?? id}</span>
                  {label && <span className="text-ink-3 ml-2 font-mono text-xs">{id}</span>}
                </th>
                <Td className="text-ink-2 text-xs">
                  <Age at={createdAt} /> <span className="text-ink-3">by {by ?? 'someone outside Callboard'}</span>
                </Td>
                {stages.map(({ stage }) => (
                  <Td key={stage}>
                    <Place live={liveOn.includes(stage)} canary={canaryOn.includes(stage)} />
                  </Td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  )
}

function Place({ live, canary }: { live: boolean; canary: boolean }) {
  if (!live && !canary) {
    return (
      <span aria-hidden className="text-ink-3">
        ·
      </span>
    )
  }
  return (
    <span className="flex flex-wrap gap-x-3">
      {live && (
        <Status icon="ok" tone="ok">
          Live
        </Status>
      )}
      {canary && (
        <Status icon="canary" tone="canary">
          Canary
        </Status>
      )}
    </span>
  )
}
