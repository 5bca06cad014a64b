import { useQuery } from '@tanstack/react-query'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { api } from '../lib/api'
import { Status } from '../ui/status'
import { statusesOf, statusLooks } from './stage-status'

const noneBesides = { canary: null, cacheClusterStatus: '' }

/** How one stage's traffic does: the fleet's word for it, so that both pages say the same. */
export function StageHealth({ address }: { address: StageAddress }) {
  const { connection, apiId, stage } = address
  const health = useQuery(api.apis.health.queryOptions({ input: { connection }, refetchInterval: 30_000 }))
  const own = health.data?.items.find((item) => item.apiId === apiId && item.stage === stage)
  const [status] = statusesOf(noneBesides, own ?? (health.isPending ? 'loading' : 'failed'))
  if (!status) return null
  return (
    <Status icon={statusLooks[status.word].icon} tone={statusLooks[status.word].tone}>
      {status.text}
    </Status>
  )
}
