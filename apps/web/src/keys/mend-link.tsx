import { Link } from '@tanstack/react-router'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { Mend } from '@callboard/shared-types/keys/why.schemas'
import { buttonClass } from '../ui/button'

interface MendLinkProps {
  connection: string
  at: StageAddress
  mend: Mend
}

const look = buttonClass('plain', 'small')

/** Leads to where the link is mended; the act itself is reviewed there. */
export function MendLink({ connection, at, mend: { act, keyId, planId } }: MendLinkProps) {
  if (act === 'deploy')
    return (
      <Link
        to="/c/$connection/$kind/$apiId/stages/$stage/deployments"
        params={at}
        search={{ deploy: true }}
        className={look}
      >
        Deploy now…
      </Link>
    )
  if (act === 'edit_stage')
    return (
      <Link to="/c/$connection/$kind/$apiId/stages/$stage/settings" params={at} className={look}>
        Set its limits
      </Link>
    )
  if ((act === 'enable' || act === 'add_to_plan') && keyId)
    return (
      <Link to="/c/$connection/keys/$keyId" params={{ connection, keyId }} className={look}>
        {act === 'enable' ? 'To the key' : 'To its plans'}
      </Link>
    )
  if (!planId) return null
  return (
    <Link to="/c/$connection/plans/$planId" params={{ connection, planId }} className={look}>
      {act === 'extend_quota' ? 'To its quota' : act === 'add_stage' ? 'To its stages' : 'To its limits'}
    </Link>
  )
}
