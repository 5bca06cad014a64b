import { Link } from '@tanstack/react-router'
import { isStageTarget } from '@callboard/shared-types/changes/target'
import type { AccountTarget, StageTarget, Target } from '@callboard/shared-types/changes/plan.schemas'
import { environmentOf } from '../lib/environment'
import { StageChip } from '../ui/chip'

/** What it was done to, and the way there. */
export const ChangePlace = ({ target }: { target: Target }) =>
  isStageTarget(target) ? <StagePlace target={target} /> : <AccountPlace target={target} />

const StagePlace = ({ target }: { target: StageTarget }) => (
  <Link
    to="/c/$connection/$kind/$apiId/stages/$stage/overview"
    params={{ connection: target.connection, kind: target.kind, apiId: target.apiId, stage: target.stage }}
    className="inline-flex items-center gap-2 hover:underline"
  >
    {target.apiName} <StageChip stage={target.stage} environment={environmentOf(target.stage, target.production)} />
  </Link>
)

/** A key or a plan. What wasn't there when the change was planned has no address of AWS's yet. */
function AccountPlace({ target: { kind, connection, id, name, createdAt } }: { target: AccountTarget }) {
  if (createdAt === null) return <span>{name}</span>
  return kind === 'api-key' ? (
    <Link to="/c/$connection/keys/$keyId" params={{ connection, keyId: id }} className="hover:underline">
      {name}
    </Link>
  ) : (
    <Link to="/c/$connection/plans/$planId" params={{ connection, planId: id }} className="hover:underline">
      {name}
    </Link>
  )
}
