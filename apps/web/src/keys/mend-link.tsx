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
      <Link
        to="/c/$connection/keys/$keyId"
        params={{ connection, keyId }}
        search={{ act: act === 'enable' ? 'switch' : 'edit' }}
        className={look}
      >
        {act === 'enable' ? 'Enable it…' : 'Put it in a plan…'}
      </Link>
    )
  if (!planId) return null
  return (
    <Link
      to="/c/$connection/plans/$planId"
      params={{ connection, planId }}
      search={act === 'extend_quota' && keyId ? { extend: keyId } : {}}
      className={look}
    >
      {act === 'extend_quota' ? 'Extend it…' : act === 'add_stage' ? 'To its stages' : 'To its limits'}
    </Link>
  )
}
