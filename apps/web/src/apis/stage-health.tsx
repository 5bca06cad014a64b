import { useQuery } from '@tanstack/react-query'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { TimeRange } from '@callboard/shared-types/lib/time-range'
import { api } from '../lib/api'
import { Status } from '../ui/status'
import { statusesOf, statusLooks } from './stage-status'

const noneBesides = { canary: null, cacheClusterStatus: '' }

/** How one stage's traffic does: the fleet's word for it, so that both pages say the same. */
export function StageHealth({ address, range }: { address: StageAddress; range: TimeRange }) {
  const { connection, apiId, stage } = address
  const pulse = useQuery(api.apis.pulse.queryOptions({ input: { connection, range }, refetchInterval: 30_000 }))
  const own = pulse.data?.items.find((item) => item.apiId === apiId && item.stage === stage)
  const [status] = statusesOf(noneBesides, own ?? (pulse.isPending ? 'loading' : 'failed'))
  if (!status) return null
  return (
    <Status icon={statusLooks[status.word].icon} tone={statusLooks[status.word].tone}>
      {status.text}
    </Status>
  )
}
