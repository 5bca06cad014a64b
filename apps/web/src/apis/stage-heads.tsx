import { Link } from '@tanstack/react-router'
import { environmentOf } from '../lib/environment'
import { StageChip } from '../ui/chip'
import { Th } from '../ui/table'
import type { ApiAddress } from './api-address'
import type { StageColumn } from './stage-columns'

/** A column's head for each stage, which leads to the stage. */
export const StageHeads = ({ address, stages }: { address: ApiAddress; stages: StageColumn[] }) =>
  stages.map(({ stage, production }) => (
    <Th key={stage}>
      <Link
        to="/c/$connection/$kind/$apiId/stages/$stage/overview"
        params={{ ...address, stage }}
        className="hover:underline"
      >
        <StageChip stage={stage} environment={environmentOf(stage, production)} />
      </Link>
    </Th>
  ))
