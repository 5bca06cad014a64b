import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { api } from '../lib/api'
import { plural } from '../lib/format'
import { worldClock } from '../lib/world-clock'
import { Status } from '../ui/status'

/** How many alarms of a stage fire, in its header; nothing while none does. */
export function AlarmCount({ address }: { address: StageAddress }) {
  const { data } = useQuery(
    api.alarms.list.queryOptions({
      input: address,
      refetchInterval: () => Math.max(5_000, worldClock.processMsFor(60_000)),
    }),
  )
  const firing = data?.items.filter(({ state }) => state === 'ALARM').length ?? 0
  if (firing === 0) return null
  return (
    <Link to="/c/$connection/$kind/$apiId/stages/$stage/alarms" params={address} className="hover:underline">
      <Status icon="bad" tone="bad">
        {plural(firing, 'alarm')}
      </Status>
    </Link>
  )
}
