import { Link } from '@tanstack/react-router'
import type { Target } from '@callboard/shared-types/changes/plan.schemas'
import { environmentOf } from '../lib/environment'
import { StageChip } from '../ui/chip'

/** The stage it was done to, and the way there. */
export const ChangePlace = ({ target }: { target: Target }) => (
  <Link
    to="/c/$connection/$kind/$apiId/stages/$stage/overview"
    params={{ connection: target.connection, kind: target.kind, apiId: target.apiId, stage: target.stage }}
    className="inline-flex items-center gap-2 hover:underline"
  >
    {target.apiName} <StageChip stage={target.stage} environment={environmentOf(target.stage, target.production)} />
  </Link>
)
