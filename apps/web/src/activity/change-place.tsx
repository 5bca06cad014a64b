import { Link } from '@tanstack/react-router'
import { isStageTarget, type StageTarget, type Target } from '@callboard/shared-types/changes/plan.schemas'
import { environmentOf } from '../lib/environment'
import { StageChip } from '../ui/chip'

/** What it was done to, and the way there where it's a stage. */
export const ChangePlace = ({ target }: { target: Target }) =>
  isStageTarget(target) ? <StagePlace target={target} /> : <span>{target.name}</span>

const StagePlace = ({ target }: { target: StageTarget }) => (
  <Link
    to="/c/$connection/$kind/$apiId/stages/$stage/overview"
    params={{ connection: target.connection, kind: target.kind, apiId: target.apiId, stage: target.stage }}
    className="inline-flex items-center gap-2 hover:underline"
  >
    {target.apiName} <StageChip stage={target.stage} environment={environmentOf(target.stage, target.production)} />
  </Link>
)
