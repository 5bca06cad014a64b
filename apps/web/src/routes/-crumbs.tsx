import { useQuery } from '@tanstack/react-query'
import { Link, useMatches, useParams } from '@tanstack/react-router'
import { skipToken } from '@tanstack/react-query'
import type { ApiKind } from '@callboard/shared-types/lib/stage-ref'
import { api } from '../lib/api'

/** Where the page lies, from its URL. */
export function useCrumbs() {
  const { connection, kind, apiId, stage, changeId } = useParams({ strict: false })
  const inActivity = useMatches({
    select: (matches) => matches.some(({ routeId }) => routeId.startsWith('/_app/activity')),
  })
  const inConnections = useMatches({
    select: (matches) => matches.some(({ routeId }) => routeId === '/_app/connections'),
  })
  const address = connection && kind && apiId && stage ? { connection, kind: kind as ApiKind, apiId, stage } : skipToken
  const { data } = useQuery(api.stages.get.queryOptions({ input: address }))
  if (inActivity) {
    const activity = { key: 'activity', node: changeId ? <Link to="/activity">Activity</Link> : 'Activity' }
    return changeId ? [activity, { key: 'change', node: 'Change' }] : [activity]
  }
  if (inConnections) return [{ key: 'connections', node: 'Connections' }]
  if (!stage) return [{ key: 'fleet', node: 'Fleet' }]
  return [
    { key: 'fleet', node: <Link to="/">Fleet</Link> },
    { key: 'api', node: data?.apiName ?? <span className="font-mono text-xs">{apiId}</span> },
    { key: 'stage', node: stage },
  ]
}
